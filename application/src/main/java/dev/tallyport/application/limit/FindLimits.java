package dev.tallyport.application.limit;

import dev.tallyport.application.limit.CycleUsage.Used;
import dev.tallyport.application.limit.Limits.Statement;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.IdentifyPeople;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.Limit;
import dev.tallyport.connector.spi.Limit.Against;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts what is used beside what the vendors allow. Which observations are limits, and what counts
/// against them, is for their connector to say.
@ApplicationScoped
public class FindLimits {

    private final Sources sources;
    private final Connectors connectors;
    private final Limits limits;
    private final CycleUsage cycleUsage;
    private final IdentifyPeople identifyPeople;
    private final RecordLimitReads reads;
    private final InstantSource clock;

    FindLimits(
            Sources sources,
            Connectors connectors,
            Limits limits,
            CycleUsage cycleUsage,
            IdentifyPeople identifyPeople,
            RecordLimitReads reads,
            InstantSource clock) {
        this.sources = sources;
        this.connectors = connectors;
        this.limits = limits;
        this.cycleUsage = cycleUsage;
        this.identifyPeople = identifyPeople;
        this.reads = reads;
        this.clock = clock;
    }

    /// The limits of all of whom the viewer may see the usage, in the order of their places.
    /// Reading those of other people is recorded.
    ///
    /// @param visibility of consumption
    /// @param filter by what limits are stated of: a limit of everybody is of no one user
    /// @param unlimited whether those who are not limited are told, too
    public List<StatedLimit> all(Visibility visibility, Filter filter, boolean unlimited) {
        var known = identifyPeople.of(filter);
        var stated =
                sources.all().stream()
                        .filter(source -> filter.keeps(source.name()))
                        .flatMap(source ->
                                stated(visibility, source, filter.stated(source.name(), known))
                                        .stream())
                        .toList();
        reads.record(
                filter,
                stated.stream().flatMap(one -> one.users().stream()).collect(Collectors.toSet()));
        return stated.stream()
                .flatMap(one -> one.limits(visibility))
                .filter(one -> unlimited || one.most().isPresent())
                .sorted(Comparator.comparing(StatedLimit::place))
                .toList();
    }

    private Optional<OfSource> stated(Visibility visibility, SourceState source, Filter filter) {
        var rows = Rows.of(visibility, source.name());
        var connector = connectors.find(source.connector());
        if (rows.isEmpty() || connector.isEmpty()) {
            return Optional.empty();
        }
        var descriptor = connector.get().descriptor();
        var now = clock.instant();
        var statements =
                limits.latest(source.id(), namesOf(descriptor.limits()), now).stream()
                        .filter(one -> rows.get().contain(one.user(), one.organization()))
                        .filter(one ->
                                filter.keeps(Dimension.USER, one.user())
                                        && filter.keeps(Dimension.ORGANIZATION, one.organization()))
                        .toList();
        var calendar = BillingCalendar.of(descriptor.dayZone(), sources.cycles(source.id()));
        return Optional.of(
                new OfSource(
                        source,
                        filter,
                        descriptor.limits(),
                        statements,
                        calendar.cycleContaining(now)));
    }

    private static Set<String> namesOf(List<Limit> limits) {
        return limits.stream()
                .flatMap(limit ->
                        switch (limit.against()) {
                            case Against.Stated(var beside) -> Stream.of(limit.name(), beside);
                            case Against.Usage _, Against.EachUser _ -> Stream.of(limit.name());
                        })
                .collect(Collectors.toSet());
    }

    /// Of whom and when something is stated, and in what.
    private record Subject(
            String name,
            Optional<String> user,
            Optional<String> organization,
            Optional<String> product,
            Instant start,
            String unit) {

        static Subject of(String name, Statement stated) {
            return new Subject(
                    name,
                    stated.user(),
                    stated.organization(),
                    stated.product(),
                    stated.start(),
                    stated.unit());
        }
    }

    /// What is used, and by what it is told apart.
    private record Measured(Against.Usage usage, Set<Dimension> dimensions) {}

    /// What one source states of those who may be seen.
    private final class OfSource {

        private final SourceState source;
        private final Filter filter;
        private final List<Limit> declared;
        private final List<Statement> statements;
        private final BillingCycle cycle;
        private final Map<Subject, BigDecimal> stated = new HashMap<>();
        private final Map<Measured, Used> used = new HashMap<>();

        OfSource(
                SourceState source,
                Filter filter,
                List<Limit> declared,
                List<Statement> statements,
                BillingCycle cycle) {
            this.source = source;
            this.filter = filter;
            this.declared = declared;
            this.statements = statements;
            this.cycle = cycle;
            statements.forEach(one -> stated.put(Subject.of(one.name(), one), one.value()));
        }

        Set<VendorUser> users() {
            return statements.stream()
                    .flatMap(one -> one.user().stream())
                    .map(user -> new VendorUser(source.name(), user))
                    .collect(Collectors.toSet());
        }

        Stream<StatedLimit> limits(Visibility visibility) {
            var found = new ArrayList<StatedLimit>();
            for (var limit : declared) {
                statements.stream()
                        .filter(one -> one.name().equals(limit.name()))
                        .forEach(one ->
                                found.add(
                                        limit(one, limit.against(), used(visibility, limit, one))));
            }
            return found.stream();
        }

        private StatedLimit limit(Statement one, Against against, Optional<BigDecimal> used) {
            boolean isLimited = !one.word().equals(Optional.of(Limit.UNLIMITED));
            return new StatedLimit(
                    source.name(),
                    one.name(),
                    one.user(),
                    one.organization(),
                    one.product(),
                    Optional.of(one.value()).filter(_ -> isLimited),
                    one.unit(),
                    against instanceof Against.EachUser,
                    one.word().filter(_ -> isLimited),
                    one.start(),
                    used,
                    against instanceof Against.Usage ? Optional.of(cycle) : Optional.empty());
        }

        private Optional<BigDecimal> used(Visibility visibility, Limit limit, Statement one) {
            return switch (limit.against()) {
                case Against.Usage usage -> {
                    var group = groupOf(one);
                    yield used.computeIfAbsent(
                                    new Measured(usage, group.values().keySet()),
                                    measured -> usage(visibility, measured))
                            .of(group, one.unit());
                }
                case Against.Stated(var beside) ->
                        Optional.ofNullable(stated.get(Subject.of(beside, one)));
                case Against.EachUser() -> Optional.empty();
            };
        }

        private Used usage(Visibility visibility, Measured measured) {
            return cycleUsage.of(
                    visibility, source, cycle, measured.usage(), measured.dimensions(), filter);
        }

        private static Group groupOf(Statement one) {
            var group =
                    one.organization()
                            .map(id -> Group.of(Dimension.ORGANIZATION, id))
                            .orElseGet(Group::unstated);
            return one.user().map(id -> group.with(Dimension.USER, id)).orElse(group);
        }
    }
}
