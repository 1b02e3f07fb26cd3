package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Grain;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Three sources of two vendors. The one vendor states days of a fixed offset, the other states
/// sessions and hours beside days, in a zone that sets its clocks.
final class Enterprise {

    private static final ConnectorDescriptor COARSE =
            vendor(
                    "coarse",
                    ZoneId.of("-08:00"),
                    Cut.of(
                            "joint",
                            "acus",
                            "ACU",
                            Set.of(Dimension.USER, Dimension.ORGANIZATION, Dimension.PRODUCT)),
                    Cut.of(
                            "models",
                            "acus",
                            "ACU",
                            Set.of(Dimension.ORGANIZATION, Dimension.MODEL)),
                    new Cut(
                            "whole",
                            "acus",
                            "ACU",
                            Set.of(),
                            Optional.of(new Cut.Total("joint", Set.of(), false))),
                    Cut.of("cost", "cost", "USD", Set.of(Dimension.ORGANIZATION))
                            .withMoney(MoneyKind.NOTIONAL));

    private static final ConnectorDescriptor FINE =
            vendor(
                    "fine",
                    ZoneId.of("Europe/Berlin"),
                    Cut.of(
                                    "sessions",
                                    "acus",
                                    "ACU",
                                    Set.of(Dimension.USER, Dimension.PRODUCT, Dimension.ACTIVITY))
                            .withGrain(Grain.EVENT),
                    Cut.of("hours", "acus", "ACU", Set.of(Dimension.ORGANIZATION, Dimension.MODEL))
                            .withGrain(Grain.HOUR),
                    Cut.of("bills", "cost", "", Set.of(Dimension.USER, Dimension.ORGANIZATION))
                            .withGrain(Grain.EVENT)
                            .withMoney(MoneyKind.BILLED)
                            .withUnitOfFacts(),
                    Cut.of(
                            "requests",
                            "requests",
                            "request",
                            Set.of(Dimension.USER, Dimension.ORGANIZATION)));

    /// @param key what the ledger calls it
    record Source(
            SourceId key, SourceName name, ConnectorDescriptor vendor, List<BillingCycle> cycles) {

        BillingCalendar calendar() {
            return BillingCalendar.of(vendor.dayZone(), cycles);
        }
    }

    final List<Source> sources;

    Enterprise(LedgerDatabase database) {
        this.sources =
                List.of(
                        new Source(
                                database.source,
                                new SourceName("acme"),
                                COARSE,
                                List.of(cycle("2026-03-15", "2026-03-31"))),
                        new Source(
                                database.source("beta"), new SourceName("beta"), COARSE, List.of()),
                        new Source(
                                database.source("gamma"),
                                new SourceName("gamma"),
                                FINE,
                                List.of(cycle("2026-02-28", "2026-03-31"))));
        for (var source : sources) {
            var fine =
                    source.vendor().cuts().stream()
                            .filter(cut -> cut.grain() != Grain.DAY)
                            .map(Cut::id)
                            .toList();
            database.ledger.keepBySlot(source.key(), Set.copyOf(fine));
        }
    }

    private static ConnectorDescriptor vendor(String id, ZoneId dayZone, Cut... cuts) {
        return new ConnectorDescriptor(
                id, id, List.of(), List.of(cuts), dayZone, Duration.ofDays(1));
    }

    private static BillingCycle cycle(String start, String end) {
        return BillingCycle.of(LocalDate.parse(start), LocalDate.parse(end));
    }

    Connectors connectors() {
        return new Installed();
    }

    Sources registered() {
        return new Registered(sources);
    }

    /// A connector that says who it is and reads nothing.
    private record Silent(ConnectorDescriptor descriptor) implements Connector {

        @Override
        public CheckResult check(Settings settings) {
            return new CheckResult.Ok();
        }

        @Override
        public void read(Settings settings, ReadRequest request, Sink sink) {}
    }

    private record Installed() implements Connectors {

        @Override
        public List<Connector> all() {
            return List.of(new Silent(COARSE), new Silent(FINE));
        }

        @Override
        public Optional<Connector> find(String id) {
            return all().stream().filter(one -> one.descriptor().id().equals(id)).findFirst();
        }
    }

    private record Registered(List<Source> sources) implements Sources {

        @Override
        public SourceId register(SourceName name, String connector) {
            throw new UnsupportedOperationException("all are registered");
        }

        @Override
        public List<SourceState> all() {
            return sources.stream()
                    .map(source ->
                            new SourceState(
                                    source.key(),
                                    source.name(),
                                    source.vendor().id(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    0,
                                    Optional.empty()))
                    .toList();
        }

        @Override
        public Optional<SourceState> find(SourceName name) {
            return all().stream().filter(source -> source.name().equals(name)).findFirst();
        }

        @Override
        public List<BillingCycle> cycles(SourceId key) {
            return sources.stream()
                    .filter(source -> source.key().equals(key))
                    .findFirst()
                    .orElseThrow()
                    .cycles();
        }
    }
}
