package dev.tallyport.connector.files;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as they are written into tables. One that could mean two things means nothing: `1,234`
/// is a thousand to some and a little more than one to others.
final class Numbers {

    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,4})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+\\.\\d+");
    private static final int LONGEST = 100;
    private static final int DIGITS_BEFORE_POINT = 20;
    private static final int DIGITS_BEHIND_POINT = 40;

    private Numbers() {}

    /// The exact number, or nothing where the text is none, or one beyond what a fact can hold.
    static Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (PLAIN.matcher(text).matches()) {
            return bounded(new BigDecimal(text));
        }
        if (GROUPED.matcher(text).matches()) {
            return bounded(new BigDecimal(text.replace(",", "")));
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> bounded(BigDecimal number) {
        if (number.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        var stripped = number.stripTrailingZeros();
        if (stripped.precision() - stripped.scale() > DIGITS_BEFORE_POINT
                || stripped.scale() > DIGITS_BEHIND_POINT) {
            return Optional.empty();
        }
        return Optional.of(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
