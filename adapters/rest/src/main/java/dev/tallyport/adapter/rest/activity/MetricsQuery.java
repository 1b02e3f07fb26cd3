package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.GivenFilter;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.activity.ActiveLeast;
import dev.tallyport.application.activity.CountedPeriod;
import dev.tallyport.application.activity.MetricsQuestion;
import dev.tallyport.domain.access.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be counted, as written in a query. Where nothing else is said, the last thirty days
/// of UTC through now.
final class MetricsQuery {

    private static final String MIN_SESSIONS = "minSessions";
    private static final String MIN_SEARCHES = "minSearches";
    private static final String EACH = "each";
    private static final Kind<CountedPeriod> A_PERIOD =
            Kind.of(
                    "day, week or month",
                    text ->
                            Stream.of(CountedPeriod.values())
                                    .filter(one -> written(one).equals(text))
                                    .findFirst());
    private static final Kind<Integer> LEAST = Kind.whole(1_000_000);

    /// More than anybody can look at, and all that is held in memory.
    private static final int MOST_PERIODS = 1000;

    private MetricsQuery() {}

    /// @param more the parameters that it may have beside those that all may have
    /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
    static MetricsQuestion of(
            Visibility visibility, Map<String, List<String>> sent, Instant now, String... more) {
        var query = query(sent, more);
        return question(query, visibility, Stretch.of(query).resolved(now));
    }

    /// Who is to be counted as active.
    record OfActive(MetricsQuestion question, ActiveLeast least) {

        /// @param period empty for the whole stretch
        /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
        static OfActive of(
                Visibility visibility,
                Map<String, List<String>> sent,
                Instant now,
                Optional<CountedPeriod> period) {
            return of(query(sent, MIN_SESSIONS, MIN_SEARCHES), visibility, now, period);
        }

        private static OfActive of(
                Query query, Visibility visibility, Instant now, Optional<CountedPeriod> period) {
            var least =
                    new ActiveLeast(
                            query.one(MIN_SESSIONS, LEAST).orElse(1),
                            query.one(MIN_SEARCHES, LEAST).orElse(1));
            var stretch = Stretch.of(query).resolved(now);
            period.ifPresent(one -> requireFew(query, stretch, one));
            return new OfActive(MetricsQuery.question(query, visibility, stretch), least);
        }

        private static void requireFew(Query query, Stretch stretch, CountedPeriod period) {
            var from = stretch.from().orElseThrow();
            var to = stretch.to().orElseThrow();
            if (!period.isWithin(MOST_PERIODS, from, to)) {
                query.reject(
                        Stretch.TO,
                        "a moment at most %d %ss after from, %s"
                                .formatted(MOST_PERIODS, written(period), from),
                        to.toString());
            }
        }
    }

    /// Who is to be counted as active in each period, and in what file.
    record OfExport(
            MetricsQuestion question, ActiveLeast least, CountedPeriod each, Format format) {

        /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
        static OfExport of(Visibility visibility, Map<String, List<String>> sent, Instant now) {
            var query = query(sent, EACH, MIN_SESSIONS, MIN_SEARCHES, Query.FORMAT);
            var format = query.format();
            var each = query.one(EACH, A_PERIOD).orElse(CountedPeriod.DAY);
            var active = OfActive.of(query, visibility, now, Optional.of(each));
            return new OfExport(active.question(), active.least(), each, format);
        }
    }

    private static MetricsQuestion question(Query query, Visibility visibility, Stretch stretch) {
        var filter = Filters.of(query);
        query.requireValid();
        return new MetricsQuestion(
                visibility, stretch.from().orElseThrow(), stretch.to().orElseThrow(), filter);
    }

    private static String written(CountedPeriod period) {
        return period.name().toLowerCase(Locale.ROOT);
    }

    private static Query query(Map<String, List<String>> sent, String... more) {
        return Query.of(
                sent,
                Stream.concat(
                                Stream.of(
                                        Stretch.FROM,
                                        Stretch.TO,
                                        GivenFilter.SOURCE,
                                        GivenFilter.USER,
                                        GivenFilter.PERSON,
                                        GivenFilter.ORGANIZATION),
                                Stream.of(more))
                        .toArray(String[]::new));
    }
}
