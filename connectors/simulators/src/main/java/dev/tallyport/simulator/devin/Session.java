package dev.tallyport.simulator.devin;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One piece of work that was given to Devin.
///
/// @param owner id of a person or service user
/// @param acus what was consumed, by billing day
public record Session(
        String id,
        String organization,
        String owner,
        Instant created,
        Instant updated,
        String status,
        @Nullable String statusDetail,
        NavigableMap<LocalDate, BigDecimal> acus,
        Labels labels,
        @Nullable String parent,
        List<String> children,
        List<PullRequest> pullRequests,
        int userMessages,
        int devinMessages) {

    /// What a session is about.
    ///
    /// @param isFromSearch whether it began with a search
    /// @param structuredOutput null when none was asked for
    public record Labels(
            @Nullable String title,
            List<String> tags,
            @Nullable String origin,
            @Nullable String category,
            @Nullable String subcategory,
            @Nullable String playbook,
            boolean isArchived,
            boolean isFromSearch,
            @Nullable Map<String, String> structuredOutput) {

        public Labels {
            tags = List.copyOf(tags);
        }
    }

    public Session {
        acus = Collections.unmodifiableNavigableMap(new TreeMap<>(acus));
        children = List.copyOf(children);
        pullRequests = List.copyOf(pullRequests);
    }

    /// Over its whole life.
    public BigDecimal total() {
        return acus.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros();
    }

    /// As the vendor's insights put it: xs, s, m, l or xl.
    public String size() {
        var total = total();
        if (total.compareTo(BigDecimal.ONE) < 0) {
            return "xs";
        }
        if (total.compareTo(BigDecimal.valueOf(3)) < 0) {
            return "s";
        }
        if (total.compareTo(BigDecimal.valueOf(8)) < 0) {
            return "m";
        }
        return total.compareTo(BigDecimal.valueOf(15)) < 0 ? "l" : "xl";
    }

    public boolean isOfServiceUser() {
        return owner.startsWith("service-user-");
    }

    /// Another session, like this one.
    public Session withId(String other) {
        return new Session(
                other,
                organization,
                owner,
                created,
                updated,
                status,
                statusDetail,
                acus,
                labels,
                parent,
                children,
                pullRequests,
                userMessages,
                devinMessages);
    }

    /// This session with another status from some instant on.
    public Session withStatus(String other, @Nullable String detail, Instant at) {
        return with(at, other, detail, acus, pullRequests);
    }

    /// This session with another figure for one day, stated at some instant.
    public Session withAcus(LocalDate day, BigDecimal quantity, Instant at) {
        var changed = new TreeMap<>(acus);
        changed.put(day, quantity);
        return with(at, status, statusDetail, changed, pullRequests);
    }

    /// This session with other changes proposed, as of some instant.
    public Session withPullRequests(List<PullRequest> others, Instant at) {
        return with(at, status, statusDetail, acus, others);
    }

    private Session with(
            Instant at,
            String otherStatus,
            @Nullable String otherDetail,
            NavigableMap<LocalDate, BigDecimal> otherAcus,
            List<PullRequest> otherPullRequests) {
        return new Session(
                id,
                organization,
                owner,
                created,
                at,
                otherStatus,
                otherDetail,
                otherAcus,
                labels,
                parent,
                children,
                otherPullRequests,
                userMessages,
                devinMessages);
    }
}
