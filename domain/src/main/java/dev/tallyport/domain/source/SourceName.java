package dev.tallyport.domain.source;

/// What an operator calls a source: lower-case letters, digits and dashes, at most 63 characters.
public record SourceName(String value) implements Comparable<SourceName> {

    public SourceName {
        if (!value.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException(
                    "a source's name is lower-case letters, digits and dashes, found '"
                            + value
                            + "'");
        }
    }

    @Override
    public int compareTo(SourceName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
