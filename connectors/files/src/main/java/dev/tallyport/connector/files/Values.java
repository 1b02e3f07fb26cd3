package dev.tallyport.connector.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.spi.Setting;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What both kinds of tables hold.
final class Values {

    static final Setting PATH =
            Setting.required(
                    "path",
                    Setting.Type.PATH,
                    "The file to read, or a folder whose *.csv and *.csv.gz are read together.");

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());
    private static final Pattern UNIT = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]{1,32}");
    private static final int LONGEST_ID = 200;
    private static final int KEPT_OF_A_LONGER_ID = 160;
    private static final int DIGITS_OF_A_LONGER_ID = 32;

    private Values() {}

    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    static String currency(Row row, String column) {
        var expected = "an ISO 4217 currency code such as USD";
        var code = row.text(column).orElseThrow(() -> Unreadable.nothing(column, expected));
        if (!isCurrency(code)) {
            throw Unreadable.cell(column, expected, code);
        }
        return code;
    }

    /// A unit without blanks: `API Requests` becomes `API-Requests`.
    static String unit(Row row, String column) {
        var expected = "a unit of at most 32 characters";
        var text = row.text(column).orElseThrow(() -> Unreadable.nothing(column, expected));
        var unit = text.replaceAll("\\s+", "-");
        if (!UNIT.matcher(unit).matches()) {
            throw Unreadable.cell(column, expected, text);
        }
        return unit;
    }

    /// An id that a dimension can hold: what is longer than 200 bytes ends in its own hash instead.
    static Optional<String> id(Row row, String column) {
        return row.text(column).map(Values::shortened);
    }

    static String shortened(String id) {
        if (id.getBytes(UTF_8).length <= LONGEST_ID) {
            return id;
        }
        int end = 0;
        int bytes = 0;
        while (true) {
            int character = id.codePointAt(end);
            bytes += Character.toString(character).getBytes(UTF_8).length;
            if (bytes > KEPT_OF_A_LONGER_ID) {
                return id.substring(0, end)
                        + "~"
                        + new Fingerprint().add(id).hex().substring(0, DIGITS_OF_A_LONGER_ID);
            }
            end += Character.charCount(character);
        }
    }
}
