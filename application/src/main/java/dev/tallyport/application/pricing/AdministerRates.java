package dev.tallyport.application.pricing;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.domain.access.Permission;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Says what usage costs from some day on. What is past keeps its price: altering that is
/// [RepriceThePast].
@ApplicationScoped
public class AdministerRates {

    private final Rates rates;
    private final ChangeRates changeRates;
    private final Today today;

    AdministerRates(Rates rates, ChangeRates changeRates, Today today) {
        this.rates = rates;
        this.changeRates = changeRates;
        this.today = today;
    }

    /// By id. Rates of organizations that the viewer sees no costs of are left out.
    public Outcome<List<Version>> all(Viewer viewer) {
        return asKnownOn(viewer, Optional.empty());
    }

    /// The same as known then; empty for now.
    public Outcome<List<Version>> asKnownOn(Viewer viewer, Optional<Instant> instant) {
        var visibility = viewer.visibility(Subject.COSTS);
        return visibility instanceof Visibility.Nothing
                ? new Outcome.Forbidden<>()
                : Outcome.done(
                        rates.asKnownOn(instant).stream()
                                .filter(version -> isSeen(visibility, version))
                                .toList());
    }

    /// Every version of a rate, the first one first.
    public Outcome<List<Version>> history(Viewer viewer, long id) {
        var visibility = viewer.visibility(Subject.COSTS);
        if (visibility instanceof Visibility.Nothing) {
            return new Outcome.Forbidden<>();
        }
        var history =
                rates.history(id).stream().filter(version -> isSeen(visibility, version)).toList();
        return history.isEmpty() ? new Outcome.Unknown<>("rate " + id) : Outcome.done(history);
    }

    @Transactional
    public Outcome<Version> add(Viewer viewer, Terms terms) {
        return change(viewer, new RateChange.Add(terms), Action.RATE_ADDED, Optional::orElseThrow);
    }

    /// @return the rate with its last day; empty when it had none left and was withdrawn
    @Transactional
    public Outcome<Optional<Version>> end(Viewer viewer, RateChange.End end) {
        return change(viewer, end, Action.RATE_ENDED, Function.identity());
    }

    @Transactional
    public Outcome<Version> correct(Viewer viewer, RateChange.Correct correction) {
        return change(viewer, correction, Action.RATE_CORRECTED, Optional::orElseThrow);
    }

    private <T> Outcome<T> change(
            Viewer viewer,
            RateChange change,
            Action action,
            Function<Optional<Version>, T> changed) {
        if (!viewer.may(Permission.MANAGE_BILLING)) {
            return new Outcome.Forbidden<>();
        }
        rates.lock();
        return changeRates
                .plan(change)
                .then(plan -> {
                    if (plan.isIdle()) {
                        return Outcome.done(changed.apply(plan.before()));
                    }
                    var day = today.day();
                    return plan.altersDaysBefore(day)
                            ? pastIsKept(day)
                            : Outcome.done(
                                    changed.apply(
                                            changeRates.carryOut(
                                                    plan, Actor.of(viewer), action, Map.of())));
                });
    }

    private static <T> Outcome<T> pastIsKept(LocalDate day) {
        return new Outcome.Conflict<>(
                "This alters what usage before %s costs; let it begin on that day or later, or re-price the past: see what it comes to with POST /api/v1/rates/repricing/preview, and carry it out with POST /api/v1/rates/repricing"
                        .formatted(day));
    }

    private static boolean isSeen(Visibility visibility, Version version) {
        return switch (visibility) {
            case Visibility.Everything() -> true;
            case Visibility.Nothing() -> false;
            case Visibility.Some(var organizations, _, _, var within) ->
                    organizationOf(version)
                            .map(one -> organizations.contains(one) || within.contains(one))
                            .orElse(true);
        };
    }

    private static Optional<VendorOrganization> organizationOf(Version version) {
        var scope = version.rate().terms().scope();
        return scope.source()
                .flatMap(source ->
                        scope.group()
                                .value(Dimension.ORGANIZATION)
                                .map(id -> new VendorOrganization(source, id)));
    }
}
