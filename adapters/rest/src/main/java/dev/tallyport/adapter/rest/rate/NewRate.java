package dev.tallyport.adapter.rest.rate;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A rate to be.
@Schema(
        name = "NewRate",
        description =
                "A rate to be. It is for the usage that states everything named here: a source, an"
                        + " organization of it, a product, a model; for all usage of the meter where"
                        + " nothing is named.")
record NewRate(
        @Schema(required = true, examples = "acus") String meter,
        @Schema(required = true, description = "What the price is for one of", examples = "ACU")
                String unit,
        @Schema(
                        description = "Whose price it is",
                        enumeration = {"contracted", "list"},
                        defaultValue = "contracted")
                String kind,
        @Schema(examples = "acme") Optional<String> source,
        @Schema(description = "Only together with its source", examples = "org-1")
                Optional<String> organization,
        @Schema(examples = "cascade") Optional<String> product,
        @Schema(examples = "claude-sonnet-4") Optional<String> model,
        @Schema(required = true) PriceView price,
        @Schema(description = "The first day; by default it always held", examples = "2026-12-01")
                Optional<LocalDate> from,
        @Schema(description = "The first day no longer; by default it holds on")
                Optional<LocalDate> until) {

    static final String[] MEMBERS = {
        "meter",
        "unit",
        "kind",
        "source",
        "organization",
        "product",
        "model",
        "price",
        "from",
        "until"
    };

    private static final Kind<PriceKind> A_KIND = Kind.of("contracted or list", NewRate::kind);
    private static final Kind<Unit> A_UNIT = Kind.of("a unit such as ACU", parsed(Unit::new));
    private static final Kind<String> A_METER =
            Kind.of(
                    "the id of a meter, such as acus",
                    parsed(id -> new Meter(id, new Unit("any")).id()));
    private static final Kind<String> A_NAME =
            Kind.of(
                    "text of at most 512 characters that is not blank",
                    text -> Kind.VENDOR_ID.parse().apply(text).filter(name -> !name.isBlank()));

    static Terms of(byte[] sent) {
        var body = Body.of(sent, MEMBERS);
        var terms = in(body);
        body.requireValid();
        return terms.orElseThrow();
    }

    /// What is wrong is left with the body; empty then.
    static Optional<Terms> in(Body body) {
        var id = body.required("meter", A_METER);
        var unit = body.required("unit", A_UNIT);
        var kind = body.oneOrNull("kind", A_KIND).orElse(PriceKind.CONTRACTED);
        var scope = scope(body);
        var price = PriceView.in(body);
        var days = GivenDays.in(body);
        var meter = id.flatMap(name -> unit.map(one -> new Meter(name, one)));
        return meter.flatMap(one ->
                scope.flatMap(
                        where -> price.map(money -> new Terms(one, kind, where, money, days))));
    }

    private static Optional<RateScope> scope(Body body) {
        var source = body.oneOrNull("source", Kind.SOURCE);
        var values = new EnumMap<Dimension, String>(Dimension.class);
        body.oneOrNull("organization", A_NAME)
                .ifPresent(value -> values.put(Dimension.ORGANIZATION, value));
        body.oneOrNull("product", A_NAME).ifPresent(value -> values.put(Dimension.PRODUCT, value));
        body.oneOrNull("model", A_NAME).ifPresent(value -> values.put(Dimension.MODEL, value));
        if (values.containsKey(Dimension.ORGANIZATION) && source.isEmpty()) {
            body.reject("source", "the source whose organization it is", "nothing");
            return Optional.empty();
        }
        return Optional.of(new RateScope(source, new Group(values)));
    }

    static String written(PriceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<PriceKind> kind(String text) {
        return Arrays.stream(PriceKind.values())
                .filter(kind -> written(kind).equals(text))
                .findFirst();
    }

    private static <T> Function<String, Optional<T>> parsed(Function<String, T> parse) {
        return text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        };
    }
}
