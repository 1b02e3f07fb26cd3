package dev.tallyport.application.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What can be counted of activities. A count that no source tells is empty, which is not zero.
public final class Metrics {

    private Metrics() {}

    /// How much was done at all.
    public record Usage(
            Optional<Long> sessions,
            Optional<Long> searches,
            Optional<Long> pullRequestsCreated,
            Optional<Long> pullRequestsMerged) {}

    /// @param withPlaybook those that follow a playbook
    /// @param withSearch those that a search belongs to
    /// @param withMergedPullRequests those that a merged pull request belongs to
    /// @param byOrigin by the vendors' words, those without any last
    /// @param bySize as `byOrigin`
    /// @param withMergedPullRequestsBySize as `byOrigin`; empty where that is not told
    public record Sessions(
            Tally created,
            long withPlaybook,
            Optional<Long> withSearch,
            Optional<Long> withMergedPullRequests,
            List<Share> byOrigin,
            List<Share> bySize,
            List<Share> withMergedPullRequestsBySize) {

        public Sessions {
            byOrigin = List.copyOf(byOrigin);
            bySize = List.copyOf(bySize);
            withMergedPullRequestsBySize = List.copyOf(withMergedPullRequestsBySize);
        }

        /// Per session that says what it consumed in its whole life.
        public Optional<BigDecimal> averageAcus() {
            return created.averageAcus();
        }
    }

    /// @param word the vendor's; empty for sessions that state none
    public record Share(Optional<String> word, long sessions) {}

    /// @param category the vendor's word; empty for sessions without one
    /// @param subcategories all sessions of the category, each in one of them
    public record Category(
            Optional<String> category, Tally tally, List<Subcategory> subcategories) {

        public Category {
            subcategories = List.copyOf(subcategories);
        }
    }

    /// @param subcategory the vendor's word; empty for sessions without one
    public record Subcategory(Optional<String> subcategory, Tally tally) {}

    /// Pull requests that began in the interval, and in what state those are now.
    ///
    /// @param created all of them, also in other states than these
    public record PullRequests(long created, long opened, long closed, long merged) {}

    /// How many people were active in `[start, end)`. Counts of several periods do not add up: who
    /// was active in two of them is in both.
    public record ActiveUsers(Instant start, Instant end, long people) {}
}
