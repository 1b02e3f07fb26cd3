package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Facts of one window on their way to the platform, with what they cover.
final class Facts {

    private final DevinCuts cuts;
    private final Span window;
    private final List<UsageFact> facts = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final Set<String> wholeUsers = new HashSet<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final Set<LocalDate> undivided = new HashSet<>();

    Facts(DevinCuts cuts, Span window) {
        this.cuts = cuts;
        this.window = window;
    }

    int size() {
        return facts.size();
    }

    /// Keeps back every user's usage of some days.
    ///
    /// @param undivided days of which it cannot be told which organizations have usage: divided as
    ///   if they had none, it would be a guess
    /// @param reasons why that cannot be told
    void withhold(Set<LocalDate> undivided, List<Reject> reasons) {
        this.undivided.addAll(undivided);
        rejects.addAll(reasons);
    }

    /// What was added since the last time, as one batch.
    Batch drain() {
        cover(cuts.joint(), window, wholeUsers);
        cover(cuts.users(), window, wholeUsers);
        var batch = Batch.ofFacts(facts, coverage).withRejects(Rejects.few(rejects));
        facts.clear();
        coverage.clear();
        wholeUsers.clear();
        rejects.clear();
        return batch;
    }

    private void cover(Cut cut, Span span, Set<String> users) {
        if (!users.isEmpty()) {
            cover(cut, span, Map.of(Dimension.USER, users));
        }
    }

    private void cover(Cut cut, Span span, Map<Dimension, Set<String>> only) {
        coverage.add(new Coverage(cut.id(), span.startInstant(), span.endInstant(), only));
    }

    /// The user's parts by organization, and what is left as the part without one. Days that could
    /// not be understood, or not be divided, are neither handed over nor covered: what was known of
    /// them stays.
    void addUser(UserParts parts) {
        var user = parts.user().id();
        var broken = new HashSet<>(parts.broken());
        broken.addAll(undivided);
        parts.withheld().forEach(cell -> broken.add(cell.day()));
        rejects.addAll(parts.rejects());
        var stated = new HashSet<Cell>();
        parts.parts()
                .forEach((organization, part) ->
                        part.figures()
                                .forEach((cell, acus) -> {
                                    if (!broken.contains(cell.day())) {
                                        stated.add(cell);
                                        add(
                                                cuts.joint(),
                                                cell,
                                                Optional.of(user),
                                                Optional.of(organization),
                                                acus);
                                    }
                                }));
        parts.remainder()
                .forEach((cell, acus) -> {
                    if (broken.contains(cell.day())) {
                        return;
                    }
                    if (acus.signum() > 0 || !stated.contains(cell)) {
                        add(cuts.joint(), cell, Optional.of(user), Optional.empty(), acus);
                    } else {
                        // The organizations have more than the user: both stand.
                        add(
                                cuts.users(),
                                cell,
                                Optional.of(user),
                                Optional.empty(),
                                parts.own().figures().getOrDefault(cell, BigDecimal.ZERO));
                    }
                });
        if (broken.isEmpty()) {
            wholeUsers.add(user);
        } else {
            for (var span : window.without(broken)) {
                cover(cuts.joint(), span, Set.of(user));
                cover(cuts.users(), span, Set.of(user));
            }
        }
    }

    void addEnterprise(Series series) {
        addTotals(cuts.enterprise(), series, Optional.empty());
    }

    void addOrganization(String organization, Series series) {
        addTotals(cuts.organizations(), series, Optional.of(organization));
    }

    private void addTotals(Cut cut, Series series, Optional<String> organization) {
        rejects.addAll(series.rejects());
        series.figures()
                .forEach((cell, acus) -> add(cut, cell, Optional.empty(), organization, acus));
        var only = new HashMap<Dimension, Set<String>>();
        organization.ifPresent(id -> only.put(Dimension.ORGANIZATION, Set.of(id)));
        for (var span : window.without(series.broken())) {
            cover(cut, span, only);
        }
    }

    /// What an organization declared that the vendor knows no more is declared no longer in this
    /// window: its users are not divided by it either, and their usage must not count there as
    /// well.
    void forgetOrganizations(Set<String> unknown) {
        if (!unknown.isEmpty()) {
            cover(cuts.organizations(), window, Map.of(Dimension.ORGANIZATION, unknown));
        }
    }

    /// `total_acus` as declared for this window, instead of what was declared for windows that
    /// begin in it.
    void addWindowTotals(Series enterprise, Map<String, Series> organizations) {
        addWindowTotal(enterprise, Optional.empty());
        organizations.forEach(
                (organization, series) -> addWindowTotal(series, Optional.of(organization)));
        cover(cuts.windows(), window, Map.of());
    }

    private void addWindowTotal(Series series, Optional<String> organization) {
        if (series.total().isEmpty() || !series.broken().isEmpty()) {
            return;
        }
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        organization.ifPresent(id -> dimensions.put(Dimension.ORGANIZATION, id));
        facts.add(
                new UsageFact(
                        cuts.windows().id(),
                        "%s/%s".formatted(window.start(), organization.orElse("")),
                        window.startInstant(),
                        window.endInstant(),
                        dimensions,
                        series.total().get()));
    }

    /// The vendor gives no ids to its figures; day, user, organization and product identify one.
    private void add(
            Cut cut,
            Cell cell,
            Optional<String> user,
            Optional<String> organization,
            BigDecimal acus) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        user.ifPresent(id -> dimensions.put(Dimension.USER, id));
        organization.ifPresent(id -> dimensions.put(Dimension.ORGANIZATION, id));
        if (!cell.product().isEmpty()) {
            dimensions.put(Dimension.PRODUCT, cell.product());
        }
        facts.add(
                new UsageFact(
                        cut.id(),
                        keyOf(cell, user.orElse(""), organization.orElse("")),
                        Span.startOf(cell.day()),
                        Span.startOf(cell.day().plusDays(1)),
                        dimensions,
                        acus));
    }

    /// Lengths keep apart ids that contain the separator.
    private static String keyOf(Cell cell, String user, String organization) {
        return "%s/%d:%s/%d:%s/%s"
                .formatted(
                        cell.day(),
                        user.length(),
                        user,
                        organization.length(),
                        organization,
                        cell.product());
    }
}
