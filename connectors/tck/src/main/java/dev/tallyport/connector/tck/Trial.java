package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.ReadRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// One connector reads one vendor into one ledger.
final class Trial {

    private static final int SHOWN = 5;

    private final Fixture fixture;
    private final Connector connector;
    private final ToyLedger ledger;

    Trial(Fixture fixture) {
        this(fixture, fixture.connector());
    }

    Trial(Fixture fixture, Connector connector) {
        this.fixture = fixture;
        this.connector = connector;
        this.ledger = new ToyLedger(connector.descriptor());
    }

    /// A ledger that a whole read went into.
    static Trial afterRead(Fixture fixture) {
        var trial = new Trial(fixture);
        trial.read();
        return trial;
    }

    ToyLedger ledger() {
        return ledger;
    }

    ReadRequest request(Instant now) {
        return new ReadRequest(now, ledger.checkpoint(), ledger.directory());
    }

    void read() {
        read(fixture.now());
    }

    void read(Instant now) {
        read(request(now));
    }

    void read(ReadRequest request) {
        attempt(request)
                .ifPresent(failure -> {
                    throw new Breach(
                            "a read of a vendor that answers as documented succeeds",
                            failure,
                            "find out what the connector does not expect of its vendor's answers");
                });
    }

    Optional<ConnectorException> attempt(Instant now) {
        return attempt(request(now));
    }

    /// Reads; failing as a connector may is a result, failing in any other way is a breach.
    Optional<ConnectorException> attempt(ReadRequest request) {
        try {
            begin(request);
            return Optional.empty();
        } catch (ConnectorException failure) {
            return Optional.of(failure);
        } catch (RuntimeException failure) {
            throw new Breach(
                    "a read that fails throws a ConnectorException",
                    failure,
                    "say of which kind the failure is; a value that cannot be understood is a"
                            + " reject");
        } finally {
            requireLawful();
        }
    }

    /// Reads and lets through whatever is thrown.
    void begin(ReadRequest request) {
        ledger.begin(request);
        connector.read(fixture.settings(), request, ledger);
    }

    void requireLawful() {
        ledger.breach()
                .ifPresent(breach -> {
                    throw breach;
                });
    }

    ReadRequest windowOf(LocalDate first, LocalDate last) {
        var window = new Interval(ledger.startOf(first), ledger.startOf(last.plusDays(1)));
        return request(fixture.now()).withWindow(window);
    }

    /// @param when what happened before, such as "after a second read"
    void requireTruth(String when, String remedy) {
        requireTruth(fixture.truth(), when, remedy);
    }

    void requireTruth(Truth truth, String when, String remedy) {
        var expected = truth.quantities();
        var found = ledger.quantities(truth);
        var places = new HashSet<>(expected.keySet());
        places.addAll(found.keySet());
        requireNone(
                places,
                place -> quantity(expected, place).compareTo(quantity(found, place)) != 0,
                when + " the ledger holds what the vendor says",
                expected,
                found,
                remedy);
    }

    /// Nothing is held that the vendor does not say, and no more of it.
    void requireNothingInvented(String when, String remedy) {
        var truth = fixture.truth();
        var expected = truth.quantities();
        var found = ledger.quantities(truth);
        requireNone(
                found.keySet(),
                place -> quantity(found, place).compareTo(quantity(expected, place)) > 0,
                when + " the ledger holds nothing beyond what the vendor says",
                expected,
                found,
                remedy);
    }

    /// No day is called complete of which less is held than the vendor says.
    void requireHonestCompletion(String when) {
        var truth = fixture.truth();
        var expected = truth.quantities();
        var found = ledger.quantities(truth);
        requireNone(
                expected.keySet(),
                place ->
                        ledger.isComplete(place.cut(), place.day())
                                && quantity(found, place).compareTo(quantity(expected, place)) < 0,
                when + " only days that were read whole are completed",
                expected,
                found,
                "complete no day of which a page failed or a record was not understood");
    }

    private static void requireNone(
            Iterable<Figure.Place> places,
            Predicate<Figure.Place> wrong,
            String expectation,
            Map<Figure.Place, BigDecimal> expected,
            Map<Figure.Place, BigDecimal> found,
            String remedy) {
        var lines = new TreeSet<String>();
        for (var place : places) {
            if (wrong.test(place)) {
                lines.add(
                        "\n    %s: expected %s, found %s"
                                .formatted(place, shown(expected, place), shown(found, place)));
            }
        }
        var some = String.join("", lines.stream().limit(SHOWN).toList());
        Breach.unless(
                lines.isEmpty(),
                expectation,
                lines.size() + " figures differ, such as" + some,
                remedy);
    }

    private static BigDecimal quantity(
            Map<Figure.Place, BigDecimal> quantities, Figure.Place place) {
        return quantities.getOrDefault(place, BigDecimal.ZERO);
    }

    private static String shown(Map<Figure.Place, BigDecimal> quantities, Figure.Place place) {
        var quantity = quantities.get(place);
        return quantity == null ? "nothing" : quantity.toPlainString();
    }

    /// Whether the vendor's answers were not understood, as far as the ledger knows.
    boolean isRejected(Optional<ConnectorException> failure) {
        return !ledger.rejects().isEmpty()
                || failure.filter(one -> one.kind() == Kind.MALFORMED_RESPONSE).isPresent();
    }

    /// A figure of the newest day that has ended, which the vendor may still restate.
    Figure restatable() {
        var candidates =
                new ArrayList<>(
                        fixture.truth().figures().stream()
                                .filter(figure -> isPart(figure.cut()))
                                .filter(figure -> figure.quantity().signum() > 0)
                                .filter(figure ->
                                        figure.day().isBefore(ledger.dayOf(fixture.now())))
                                .filter(figure ->
                                        ledger.settlesAt(figure.day()).isAfter(fixture.now()))
                                .toList());
        candidates.sort((one, other) -> one.day().compareTo(other.day()));
        Breach.unless(
                candidates.stream().map(Figure::day).distinct().count() > 1,
                "the fixture's vendor has usage on two days that ended within the settle horizon of "
                        + ledger.settleHorizon()
                        + " before "
                        + fixture.now(),
                candidates.stream().map(Figure::day).distinct().toList(),
                "let the fixture's vendor state more days");
        return candidates.getLast();
    }

    /// The first cut of the truth that is not the total of another.
    String mainCut() {
        return fixture.truth().figures().stream()
                .map(Figure::cut)
                .filter(this::isPart)
                .findFirst()
                .orElseThrow(() ->
                        new Breach(
                                "the fixture's truth has usage of a cut that is no total",
                                fixture.truth().dimensions().keySet().toString(),
                                "state what the vendor says"));
    }

    boolean isPart(String cut) {
        return connector.descriptor().cut(cut).total().isEmpty();
    }
}
