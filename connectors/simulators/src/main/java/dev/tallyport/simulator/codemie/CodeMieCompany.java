package dev.tallyport.simulator.codemie;

import dev.tallyport.simulator.devin.DevinEnterprise;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A made-up company: who has an account and who used what. The same seed, instant and enterprise
/// give the same company. Safe for threads.
public final class CodeMieCompany {

    private final Instant asOf;
    private final LocalDate firstDay;
    private final List<Account> accounts;
    private final List<String> projects;
    private final NavigableMap<LocalDate, List<Usage>> usage = new TreeMap<>();

    CodeMieCompany(
            Instant asOf,
            LocalDate firstDay,
            List<Account> accounts,
            List<String> projects,
            List<Usage> usage) {
        this.asOf = asOf;
        this.firstDay = firstDay;
        this.accounts = List.copyOf(accounts);
        this.projects = List.copyOf(projects);
        usage.forEach(each -> of(each.day()).add(each));
    }

    /// Makes one up out of people of the enterprise, known by the same e-mail addresses, and a few
    /// others. Its history begins with the enterprise's, and there is no usage after `asOf`.
    public static CodeMieCompany generate(long seed, Instant asOf, DevinEnterprise enterprise) {
        return new Generator(seed, asOf, enterprise).company();
    }

    public Instant asOf() {
        return asOf;
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    }

    /// Everybody there ever was.
    public List<Account> accounts() {
        return accounts;
    }

    public Optional<Account> account(String id) {
        return accounts.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// Those of teams; a personal one is named by its owner's e-mail address.
    public List<String> projects() {
        return projects;
    }

    /// Everything that reached the index on `[from, until)`.
    public synchronized List<Usage> usage(LocalDate from, LocalDate until) {
        return usage.subMap(from, until).values().stream().flatMap(List::stream).toList();
    }

    /// The joint truth of what was spent on `[from, until)`; without a key where no price is known.
    public Map<UsageKey, BigDecimal> spending(LocalDate from, LocalDate until) {
        return truth(from, until, Usage::cost);
    }

    /// The joint truth of the tokens of activities on `[from, until)`.
    public Map<UsageKey, BigDecimal> tokens(LocalDate from, LocalDate until) {
        return truth(
                from,
                until,
                each ->
                        each.activity() == Activity.GENERATOR
                                ? null
                                : BigDecimal.valueOf(each.tokens().total()));
    }

    private Map<UsageKey, BigDecimal> truth(
            LocalDate from, LocalDate until, Function<Usage, @Nullable BigDecimal> measure) {
        var truth = new HashMap<UsageKey, BigDecimal>();
        for (var each : usage(from, until)) {
            var quantity = measure.apply(each);
            if (quantity != null) {
                truth.merge(keyOf(each), quantity, BigDecimal::add);
            }
        }
        truth.replaceAll((_, sum) -> sum.stripTrailingZeros());
        return truth;
    }

    /// Sets what was spent, where something was used.
    public synchronized void restate(UsageKey key, BigDecimal cost) {
        var rest = cost;
        var restated = new ArrayList<Usage>();
        boolean isUsed = false;
        for (var each : of(key.day())) {
            boolean isMeant = keyOf(each).equals(key);
            restated.add(isMeant ? each.withCost(rest) : each);
            rest = isMeant ? BigDecimal.ZERO : rest;
            isUsed |= isMeant;
        }
        if (!isUsed) {
            throw new IllegalArgumentException("nothing was used: " + key);
        }
        usage.put(key.day(), restated);
    }

    /// Takes away what was used, as if it had never been.
    public synchronized void retract(UsageKey key) {
        of(key.day()).removeIf(each -> keyOf(each).equals(key));
    }

    /// Adds usage of somebody, which may be new to this company.
    public synchronized void add(Usage more) {
        of(more.day()).add(more);
    }

    /// What happened or was shipped within `[start, end)`.
    synchronized Stream<Usage> within(Instant start, Instant end, Function<Usage, Instant> clock) {
        var from = LocalDate.ofInstant(start, ZoneOffset.UTC);
        var until = LocalDate.ofInstant(end, ZoneOffset.UTC).plusDays(2);
        return usage(from, until).stream()
                .filter(each -> !clock.apply(each).isBefore(start))
                .filter(each -> clock.apply(each).isBefore(end));
    }

    private List<Usage> of(LocalDate day) {
        return Objects.requireNonNull(usage.computeIfAbsent(day, _ -> new ArrayList<>()));
    }

    private static UsageKey keyOf(Usage usage) {
        return new UsageKey(usage.day(), usage.user(), usage.project(), usage.category());
    }
}
