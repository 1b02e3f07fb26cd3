package dev.tallyport.application.pricing;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.Names;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Plans changes of rates, and carries plans out. Whether a plan may be carried out is not decided
/// here.
@ApplicationScoped
class ChangeRates {

    private final Rates rates;
    private final Sources sources;
    private final Connectors connectors;
    private final Today today;
    private final AuditTrail audit;
    private final InstantSource clock;

    ChangeRates(
            Rates rates,
            Sources sources,
            Connectors connectors,
            Today today,
            AuditTrail audit,
            InstantSource clock) {
        this.rates = rates;
        this.sources = sources;
        this.connectors = connectors;
        this.today = today;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome<RatePlan> plan(RateChange change) {
        var known = rates.asKnownOn(Optional.empty());
        return switch (change) {
            case RateChange.Add(var terms) ->
                    invalid(terms)
                            .orElseGet(() -> plan(known, Optional.empty(), Optional.of(terms)));
            case RateChange.End(var id, var until, var version) ->
                    find(known, id, version, before -> plan(known, before, end(before, until)));
            case RateChange.Correct(var id, var price, var days, var version) ->
                    find(
                            known,
                            id,
                            version,
                            before ->
                                    plan(
                                            known,
                                            Optional.of(before),
                                            Optional.of(
                                                    before.rate()
                                                            .terms()
                                                            .withPrice(price)
                                                            .withDays(days))));
        };
    }

    /// @return the rate as it is since; empty when it was withdrawn
    Optional<Version> carryOut(RatePlan plan, Actor by, Action action, Map<String, String> why) {
        var at = clock.instant();
        var after =
                plan.after()
                        .map(terms ->
                                plan.before()
                                        .map(before -> rates.replace(before, terms, at, by.name()))
                                        .orElseGet(() -> rates.add(terms, false, at, by.name())));
        if (after.isEmpty()) {
            plan.before().ifPresent(before -> rates.withdraw(before, at));
        }
        var described = after.map(ChangeRates::described).orElseGet(TreeMap::new);
        described.putAll(why);
        audit.record(
                new Draft(
                        by,
                        action,
                        target(after.or(plan::before).orElseThrow()),
                        plan.before().map(ChangeRates::described).orElseGet(TreeMap::new),
                        described));
        return after;
    }

    private Outcome<RatePlan> find(
            List<Version> known,
            long id,
            OptionalLong version,
            Function<Version, Outcome<RatePlan>> plan) {
        var found = known.stream().filter(one -> one.rate().id() == id).findFirst();
        if (found.isEmpty()) {
            return new Outcome.Unknown<>("rate " + id);
        }
        if (found.get().rate().configured()) {
            return new Outcome.Conflict<>(
                    "Rate %d is the default of the configuration, tallyport.rates.acu; change it there, or add a rate, which comes before it"
                            .formatted(id));
        }
        if (version.isPresent() && version.getAsLong() != found.get().version()) {
            return new Outcome.Conflict<>(
                    "Rate %d was changed meanwhile; look at it again".formatted(id));
        }
        return plan.apply(found.get());
    }

    private Outcome<RatePlan> plan(List<Version> known, Version before, Optional<Terms> after) {
        return plan(known, Optional.of(before), after);
    }

    private static Outcome<RatePlan> plan(
            List<Version> known, Optional<Version> before, Optional<Terms> after) {
        var plan = new RatePlan(known, before, after);
        return RateBook.overlap(plan.ratesAfter())
                .<Outcome<RatePlan>>map(overlap -> new Outcome.Conflict<>(inWords(overlap)))
                .orElseGet(() -> Outcome.done(plan));
    }

    /// One that ends earlier anyway stays as it is.
    private Optional<Terms> end(Version before, Optional<LocalDate> until) {
        var terms = before.rate().terms();
        var days = terms.days();
        var wanted = until.orElseGet(today::day);
        var end = days.until().filter(wanted::isAfter).orElse(wanted);
        return days.from().map(end::isAfter).orElse(true)
                ? Optional.of(terms.withDays(new Validity(days.from(), Optional.of(end))))
                : Optional.empty();
    }

    private Optional<Outcome<RatePlan>> invalid(Terms terms) {
        var source = terms.scope().source();
        if (source.isPresent() && sources.find(source.get()).isEmpty()) {
            return Optional.of(
                    new Outcome.Invalid<>("source", "the name of a source", source.get().value()));
        }
        var meters = meters();
        return meters.contains(terms.meter())
                ? Optional.empty()
                : Optional.of(
                        new Outcome.Invalid<>(
                                "meter",
                                "a meter in the unit that an installed connector states it in: "
                                        + String.join(
                                                ", ",
                                                meters.stream().map(ChangeRates::inWords).toList()),
                                inWords(terms.meter())));
    }

    /// Everything that is measured, but money.
    private List<Meter> meters() {
        return connectors.all().stream()
                .flatMap(connector -> connector.descriptor().cuts().stream())
                .filter(cut -> cut.money().isEmpty())
                .flatMap(cut ->
                        cut.unit().stream().map(unit -> new Meter(cut.meter(), new Unit(unit))))
                .distinct()
                .toList();
    }

    private static String inWords(Meter meter) {
        return meter.id() + " in " + meter.unit();
    }

    private static String inWords(RateBook.Overlap overlap) {
        return "Rate %d is for the same usage on some of these days, %s; end it first, or choose other days"
                .formatted(overlap.one().id(), overlap.one().terms().days());
    }

    static String target(Version version) {
        return "rate:" + version.rate().id();
    }

    static SortedMap<String, String> described(Version version) {
        var described = new TreeMap<String, String>();
        var terms = version.rate().terms();
        described.put("meter", inWords(terms.meter()));
        described.put("kind", terms.kind().name());
        described.put("price", terms.price().toString());
        described.put("days", terms.days().toString());
        terms.scope().source().ifPresent(source -> described.put("source", source.value()));
        for (var dimension : Dimension.values()) {
            terms.scope()
                    .group()
                    .value(dimension)
                    .ifPresent(value -> described.put(Names.of(dimension), value));
        }
        return described;
    }
}
