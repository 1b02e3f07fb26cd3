package dev.tallyport.connector.codemie;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import java.math.BigDecimal;
import java.util.Optional;

/// Numbers as the vendor writes them: as numbers, as text, as `N/A`, or not at all.
final class Amounts {

    private Amounts() {}

    /// Empty for what the vendor does not know, which is not zero.
    static Optional<BigDecimal> of(JsonValue holder, String name) {
        try {
            return holder.optionalDecimal(name);
        } catch (MalformedMember notANumber) {
            if (holder.optionalText(name).filter("N/A"::equals).isPresent()) {
                return Optional.empty();
            }
            throw notANumber;
        }
    }
}
