package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Reject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The members of one item that may be missing. One that is not what is documented is a reject and
/// counts as missing; the others stand.
///
/// @param request what was asked
/// @param rejects where rejects go
record Members(String request, JsonValue item, List<Reject> rejects) {

    Optional<String> text(String name) {
        return tolerating(one -> one.optionalText(name)).filter(text -> !text.isBlank());
    }

    /// An id, if it is one that can be kept.
    Optional<String> id(String name) {
        return tolerating(one ->
                one.optionalText(name).isPresent()
                        ? Optional.of(Ids.id(one, name))
                        : Optional.empty());
    }

    Optional<BigDecimal> number(String name) {
        return tolerating(one -> one.optionalNumber(name));
    }

    Optional<Boolean> flag(String name) {
        return tolerating(one -> one.optionalFlag(name));
    }

    Optional<Instant> epochSeconds(String name) {
        return tolerating(one ->
                one.optionalNumber(name).isPresent()
                        ? Optional.of(one.epochSeconds(name))
                        : Optional.empty());
    }

    List<String> texts(String name) {
        return tolerating(one ->
                        one.at(List.of(name))
                                .map(array ->
                                        array.elements().stream().map(JsonValue::text).toList()))
                .orElse(List.of());
    }

    List<JsonValue> objects(String name) {
        return tolerating(one -> one.at(List.of(name)).map(JsonValue::elements)).orElse(List.of());
    }

    private <T> Optional<T> tolerating(Function<JsonValue, Optional<T>> reading) {
        try {
            return reading.apply(item);
        } catch (MalformedMember e) {
            rejects.add(e.toReject(request));
            return Optional.empty();
        }
    }
}
