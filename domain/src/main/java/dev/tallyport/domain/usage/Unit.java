package dev.tallyport.domain.usage;

import java.util.regex.Pattern;

/// What one of a quantity is, such as `ACU` or `tokens`.
///
/// @param symbol 1 to 32 visible characters, no blanks
public record Unit(String symbol) {

    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]{1,32}");

    public Unit {
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException(
                    "A unit is 1 to 32 visible characters without blanks, such as ACU, not '"
                            + symbol
                            + "'.");
        }
    }

    @Override
    public String toString() {
        return symbol;
    }
}
