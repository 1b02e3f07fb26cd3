package dev.tallyport.domain.usage;

import java.util.regex.Pattern;

/// One thing that is measured. Meters are disjoint, so that adding those of one unit is always
/// right.
///
/// @param id up to 64 lower-case letters and digits, parted by single `.`, `-` or `_`
public record Meter(String id, Unit unit) {

    private static final Pattern ID =
            Pattern.compile("(?=.{1,64}$)[a-z0-9]++(?:[._-][a-z0-9]++)*+");

    public Meter {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A meter's id is up to 64 lower-case letters and digits, parted by single"
                            + " '.', '-' or '_', such as tokens.input, not '"
                            + id
                            + "'.");
        }
    }
}
