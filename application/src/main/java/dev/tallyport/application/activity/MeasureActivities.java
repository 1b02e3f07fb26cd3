package dev.tallyport.application.activity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.tallyport.application.activity.ActivityCounts.Scope;
import dev.tallyport.application.activity.ActivityCounts.Selection;
import dev.tallyport.application.activity.ActivityCounts.SessionGroup;
import dev.tallyport.application.activity.Measured.Standing;
import dev.tallyport.application.activity.Metrics.ActiveUsers;
import dev.tallyport.application.activity.Metrics.Category;
import dev.tallyport.application.activity.Metrics.PullRequests;
import dev.tallyport.application.activity.Metrics.Sessions;
import dev.tallyport.application.activity.Metrics.Share;
import dev.tallyport.application.activity.Metrics.Subcategory;
import dev.tallyport.application.activity.Metrics.Usage;
import dev.tallyport.application.reporting.IdentifyPeople;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.Activity.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Counts what was done with agents, over all sources that tell. A source that never handed over
/// any of a kind does not tell, and is named beside the counts.
///
/// Counts name nobody, unless they are asked of some users: that is recorded before they are read.
@ApplicationScoped
public class MeasureActivities {

    private static final Comparator<Optional<String>> WORDS =
            Comparator.comparing((Optional<String> word) -> word.isEmpty())
                    .thenComparing(word -> word.orElse(""));

    private final Sources sources;
    private final ActivityCounts counts;
    private final IdentifyPeople identifyPeople;
    private final RecordActivityReads reads;

    MeasureActivities(
            Sources sources,
            ActivityCounts counts,
            IdentifyPeople identifyPeople,
            RecordActivityReads reads) {
        this.sources = sources;
        this.counts = counts;
        this.identifyPeople = identifyPeople;
        this.reads = reads;
    }

    public Measured<Usage> usage(MetricsQuestion question) {
        var asked =
                ask("usage", question, EnumSet.of(Kind.SESSION, Kind.SEARCH, Kind.PULL_REQUEST));
        var pullRequests = asked.from(Kind.PULL_REQUEST, counts::pullRequests);
        return asked.measured(
                new Usage(
                        asked.from(Kind.SESSION, scope -> counts.count(scope, Kind.SESSION)),
                        asked.from(Kind.SEARCH, scope -> counts.count(scope, Kind.SEARCH)),
                        pullRequests.map(MeasureActivities::all),
                        pullRequests.map(byState -> in("merged", byState))));
    }

    public Measured<Sessions> sessions(MetricsQuestion question) {
        var asked = ask("sessions", question, EnumSet.of(Kind.SESSION, Kind.PULL_REQUEST));
        return asked.measured(
                Kind.SESSION,
                scope ->
                        sessions(
                                counts.sessions(scope),
                                asked.tells(Kind.PULL_REQUEST),
                                scope.selections().stream()
                                        .map(Selection::source)
                                        .anyMatch(counts::tellsSessionsOfSearches)));
    }

    private static Sessions sessions(
            List<SessionGroup> groups, boolean tellsPullRequests, boolean tellsSearches) {
        var withMerged = groups.stream().filter(SessionGroup::withMergedPullRequest).toList();
        return new Sessions(
                sum(groups.stream()),
                number(groups, SessionGroup::withPlaybook),
                Optional.of(number(groups, SessionGroup::withSearch)).filter(_ -> tellsSearches),
                Optional.of(number(withMerged, _ -> true)).filter(_ -> tellsPullRequests),
                shares(groups, SessionGroup::origin),
                shares(groups, SessionGroup::size),
                shares(withMerged, SessionGroup::size));
    }

    public Measured<List<Category>> sessionsByCategory(MetricsQuestion question) {
        return ask("sessions-by-category", question, EnumSet.of(Kind.SESSION))
                .measured(Kind.SESSION, scope -> categories(counts.sessions(scope)));
    }

    private static List<Category> categories(List<SessionGroup> groups) {
        var categories = new ArrayList<Category>();
        by(SessionGroup::category, groups)
                .forEach((category, some) -> {
                    var subcategories = new ArrayList<Subcategory>();
                    by(SessionGroup::subcategory, some)
                            .forEach((word, alike) ->
                                    subcategories.add(new Subcategory(word, sum(alike.stream()))));
                    categories.add(new Category(category, sum(some.stream()), subcategories));
                });
        return categories;
    }

    public Measured<PullRequests> pullRequests(MetricsQuestion question) {
        return ask("prs", question, EnumSet.of(Kind.PULL_REQUEST))
                .measured(
                        Kind.PULL_REQUEST,
                        scope -> {
                            var byState = counts.pullRequests(scope);
                            return new PullRequests(
                                    all(byState),
                                    in("open", byState),
                                    in("closed", byState),
                                    in("merged", byState));
                        });
    }

    public Measured<Long> searches(MetricsQuestion question) {
        return ask("searches", question, EnumSet.of(Kind.SEARCH))
                .measured(Kind.SEARCH, scope -> counts.count(scope, Kind.SEARCH));
    }

    /// In the whole interval.
    public Measured<ActiveUsers> activeUsers(MetricsQuestion question, ActiveLeast least) {
        var asked = ask("active-users", question, EnumSet.of(Kind.SESSION, Kind.SEARCH));
        return asked.measured(
                scope -> new ActiveUsers(scope.start(), scope.end(), counts.active(scope, least)));
    }

    /// In each period that overlaps the interval, in order, cut short where it is not all in it.
    public Measured<List<ActiveUsers>> activeUsers(
            MetricsQuestion question, ActiveLeast least, CountedPeriod period) {
        var asked =
                ask("active-users by " + period, question, EnumSet.of(Kind.SESSION, Kind.SEARCH));
        return asked.measured(scope -> {
            var active = counts.active(scope, least, period);
            return period.within(scope.start(), scope.end()).stream()
                    .map(span ->
                            new ActiveUsers(
                                    span.start(),
                                    span.end(),
                                    active.getOrDefault(period.startOf(span.start()), 0L)))
                    .toList();
        });
    }

    /// What a question comes to: whom to ask, and who tells.
    private record Asked(Scope scope, List<Standing> standings) {

        boolean tells(Kind kind) {
            return standings.stream().anyMatch(source -> source.says().contains(kind));
        }

        <T> Optional<T> from(Kind kind, Function<Scope, T> figures) {
            return tells(kind) ? Optional.of(figures.apply(scope)) : Optional.empty();
        }

        <T> Measured<T> measured(Kind kind, Function<Scope, T> figures) {
            return new Measured<>(from(kind, figures), standings);
        }

        /// Where any kind is told.
        <T> Measured<T> measured(Function<Scope, T> figures) {
            var tells = standings.stream().anyMatch(source -> !source.says().isEmpty());
            return new Measured<>(
                    tells ? Optional.of(figures.apply(scope)) : Optional.empty(), standings);
        }

        <T> Measured<T> measured(T figures) {
            return measured(_ -> figures);
        }
    }

    private Asked ask(String metric, MetricsQuestion question, Set<Kind> kinds) {
        var filter = question.filter();
        var known = identifyPeople.of(filter.whose());
        var selections = new ArrayList<Selection>();
        var standings = new ArrayList<Standing>();
        for (var source : sources.all()) {
            var rows = Rows.of(question.visibility(), source.name());
            if (rows.isPresent() && filter.whose().keeps(source.name())) {
                selections.add(
                        new Selection(
                                source.id(), rows.get(), filter.stated(source.name(), known)));
                standings.add(standing(source, kinds));
            }
        }
        if (filter.namesSome()) {
            reads.record(
                    Map.of(
                            "metric", metric,
                            "from", question.start().toString(),
                            "to", question.end().toString()),
                    standings.stream().map(Standing::source).toList(),
                    filter,
                    known,
                    question.visibility());
        }
        return new Asked(new Scope(selections, question.start(), question.end()), standings);
    }

    private Standing standing(SourceState source, Set<Kind> kinds) {
        var says = EnumSet.copyOf(kinds);
        says.retainAll(counts.kinds(source.id()));
        var saysNot = EnumSet.copyOf(kinds);
        saysNot.removeAll(says);
        return new Standing(source.name(), says, saysNot, source.lastCompleteAt());
    }

    private static Map<Optional<String>, List<SessionGroup>> by(
            Function<SessionGroup, Optional<String>> word, List<SessionGroup> groups) {
        return groups.stream().collect(groupingBy(word, () -> new TreeMap<>(WORDS), toList()));
    }

    private static List<Share> shares(
            List<SessionGroup> groups, Function<SessionGroup, Optional<String>> word) {
        var shares = new ArrayList<Share>();
        by(word, groups)
                .forEach(
                        (one, alike) -> shares.add(new Share(one, sum(alike.stream()).sessions())));
        return shares;
    }

    private static long number(List<SessionGroup> groups, Predicate<SessionGroup> which) {
        return sum(groups.stream().filter(which)).sessions();
    }

    private static Tally sum(Stream<SessionGroup> groups) {
        return groups.map(SessionGroup::tally).reduce(Tally.NONE, Tally::plus);
    }

    private static long all(Map<Optional<String>, Long> byState) {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long in(String state, Map<Optional<String>, Long> byState) {
        return byState.getOrDefault(Optional.of(state), 0L);
    }
}
