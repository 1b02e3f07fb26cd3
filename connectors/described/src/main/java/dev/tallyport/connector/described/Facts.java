package dev.tallyport.connector.described;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Grain;
import dev.tallyport.connector.spi.UsageFact;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns the items of one window into facts.
///
/// A fact's key is made of the vendor's id of its item where there is one. Elsewhere it is a
/// fingerprint of when, of the dimensions and of the description's `key`, with a number that tells
/// apart items of one page that share all of that: they are two facts, and so their sum is right in
/// whatever order they come. On another page such an item is the same one once more, so that pages
/// that overlap or are answered twice count once; one with another quantity there is malformed,
/// since its fact would replace the earlier one.
final class Facts {

    /// How many facts of a window are held to compare those of later pages with.
    static final int MOST_COMPARED = 200_000;

    private static final int MOST_BYTES = 200;

    private final Description description;
    private final WindowForm window;
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<String, BigDecimal> stated = new HashMap<>();
    private int pages;
    private boolean repeated;
    private boolean uncompared;

    Facts(Description description, WindowForm window) {
        this.description = description;
        this.window = window;
    }

    /// What one item states.
    ///
    /// @param person whom it is about, where the description says so
    record Stated(LocalDate day, List<UsageFact> facts, Optional<DirectoryEntry> person) {}

    /// Items of the page that follows are told apart from each other alone.
    void beginPage() {
        occurrences.clear();
        pages++;
    }

    /// Whether two items without an id shared everything that tells them apart.
    boolean isRepeated() {
        return repeated;
    }

    /// Whether there were too many facts to compare those of every page.
    boolean isUncompared() {
        return uncompared;
    }

    private ZoneId zone() {
        return description.descriptor().dayZone();
    }

    /// The day of an item, or of one so many levels around it, when that is known out there.
    ///
    /// @throws MalformedMember where the vendor states no such time
    Optional<LocalDate> day(Records records, Item item, int out) {
        return out > records.time().up()
                ? Optional.empty()
                : Optional.of(
                        LocalDate.ofInstant(
                                records.time().from(out).time(item, records.timeForm(), zone()),
                                zone()));
    }

    /// @throws MalformedMember for an item that cannot be understood
    Stated of(Records records, Item item) {
        var time = records.time().time(item, records.timeForm(), zone());
        var day = LocalDate.ofInstant(time, zone());
        var start = startOf(time, day, item);
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        records.dimensions()
                .forEach((dimension, value) ->
                        text(value, item).ifPresent(text -> dimensions.put(dimension, text)));
        var facts = new ArrayList<UsageFact>();
        var quantities = new LinkedHashMap<Cut, BigDecimal>();
        for (var entry : records.quantities().entrySet()) {
            var cut = description.descriptor().cut(entry.getKey());
            requireCurrency(records, item, cut);
            entry.getValue().of(item).ifPresent(quantity -> quantities.put(cut, quantity));
        }
        var id = records.id().flatMap(path -> path.text(item));
        var key =
                start
                        + "/"
                        + id.map(text -> fingerprint(List.of(text)))
                                .orElseGet(() -> numbered(records, item, start, dimensions));
        quantities.forEach((cut, quantity) ->
                facts.add(
                        new UsageFact(
                                cut.id(), key, start, endOf(start, day), dimensions, quantity)));
        if (id.isEmpty()) {
            facts.forEach(fact -> requireSame(item, fact));
        }
        return new Stated(day, facts, person(records, item, dimensions));
    }

    private Instant startOf(Instant time, LocalDate day, Item item) {
        var start =
                window.grain() == Grain.HOUR
                        ? time.truncatedTo(ChronoUnit.HOURS)
                        : day.atStartOfDay(zone()).toInstant();
        if (!start.equals(time)) {
            throw new MalformedMember(
                    item.value().path(),
                    "expected the start of %s of the vendor's, found a time within it"
                            .formatted(window.grain() == Grain.HOUR ? "an hour" : "a day"));
        }
        return start;
    }

    private Instant endOf(Instant start, LocalDate day) {
        return window.grain() == Grain.HOUR
                ? start.plus(1, ChronoUnit.HOURS)
                : day.plusDays(1).atStartOfDay(zone()).toInstant();
    }

    private static Optional<String> text(Records.Value value, Item item) {
        return switch (value) {
            case Records.Value.Constant(var text) -> Optional.of(text);
            case Records.Value.Member(var path) -> {
                var text = path.text(item);
                if (text.filter(found -> found.getBytes(UTF_8).length > MOST_BYTES).isPresent()) {
                    throw new MalformedMember(
                            item.value().path(),
                            "expected at most "
                                    + MOST_BYTES
                                    + " bytes at "
                                    + path
                                    + ", found more");
                }
                yield text;
            }
        };
    }

    private static void requireCurrency(Records records, Item item, Cut cut) {
        if (cut.money().isEmpty() || records.currency().isEmpty()) {
            return;
        }
        var expected = cut.unit().orElseThrow();
        var found = records.currency().get().text(item);
        if (found.filter(expected::equalsIgnoreCase).isEmpty()) {
            throw new MalformedMember(
                    item.value().path(),
                    "expected amounts in " + expected + ", found another currency");
        }
    }

    private static Optional<DirectoryEntry> person(
            Records records, Item item, Map<Dimension, String> dimensions) {
        return records.people()
                .flatMap(people ->
                        Optional.ofNullable(dimensions.get(Dimension.USER))
                                .map(id ->
                                        DirectoryEntry.Person.named(
                                                id,
                                                people.name().flatMap(path -> path.text(item)),
                                                people.email().flatMap(path -> path.text(item)))));
    }

    private String numbered(
            Records records, Item item, Instant start, Map<Dimension, String> dimensions) {
        var parts = new ArrayList<String>();
        for (var dimension : Dimension.values()) {
            parts.add(dimensions.getOrDefault(dimension, ""));
        }
        for (var member : records.key()) {
            parts.add(member.text(item).orElse(""));
        }
        var fingerprint = fingerprint(parts);
        int earlier = occurrences.merge(start + "/" + fingerprint, 1, Integer::sum) - 1;
        repeated |= earlier > 0;
        return fingerprint + "/" + earlier;
    }

    /// Within a page keys differ, so an equal one is of an earlier page.
    private void requireSame(Item item, UsageFact fact) {
        var name = fact.cut() + "/" + fact.key();
        var earlier = stated.get(name);
        if (earlier != null && earlier.compareTo(fact.quantity()) != 0) {
            throw new MalformedMember(
                    item.value().path(),
                    "expected the quantities of the record of an earlier page with the same time,"
                            + " dimensions and key, found another quantity; name a member in `key`"
                            + " that tells them apart");
        }
        if (earlier == null && stated.size() < MOST_COMPARED) {
            stated.put(name, fact.quantity());
        } else if (earlier == null) {
            uncompared |= pages > 1;
        }
    }

    /// Lengths keep apart what would be the same text joined.
    private static String fingerprint(List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                var bytes = part.getBytes(UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                digest.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
