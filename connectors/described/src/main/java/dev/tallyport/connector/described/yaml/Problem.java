package dev.tallyport.connector.described.yaml;

/// Something wrong with a file.
///
/// @param line from 1
/// @param member what it is about, such as `requests.costs.window.days`; empty for the file itself
/// @param reason what was expected and what was found, in one line
public record Problem(String file, int line, String member, String reason) {

    /// Such as `acme.yaml:12: requests.costs.path: expected …, found …`.
    @Override
    public String toString() {
        return member.isEmpty()
                ? "%s:%d: %s".formatted(file, line, reason)
                : "%s:%d: %s: %s".formatted(file, line, member, reason);
    }
}
