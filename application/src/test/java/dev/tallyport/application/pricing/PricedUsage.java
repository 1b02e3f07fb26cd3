package dev.tallyport.application.pricing;

import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.Answering;
import dev.tallyport.application.reporting.InMemoryUsageReports;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An installation with two sources whose ACUs are priced, and one that states money.
final class PricedUsage {

    static final SourceName ACME = new SourceName("acme");
    static final SourceName BETA = new SourceName("beta");
    static final SourceName BILLED = new SourceName("billed");
    static final Meter ACUS = new Meter("acus", new Unit("ACU"));
    static final Instant AT = Instant.parse("2026-04-10T12:00:00Z");

    final InMemoryRates rates = new InMemoryRates();
    final InMemoryUsageReports reports = new InMemoryUsageReports();
    final PricedSources sources = new PricedSources();
    final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    final Map<VendorUser, Principal.Person> linked = new HashMap<>();
    final FindBilling findBilling = new FindBilling(sources, sources.connectors(), reports);
    final AnswerQuestion answerQuestion =
            Answering.over(sources, sources.connectors(), reports, linked, audit);
    final AnswerCosts answerCosts = new AnswerCosts(rates, findBilling, answerQuestion);
    final PriceUsage priceUsage = new PriceUsage(rates, findBilling, answerQuestion);

    PricedUsage() {
        sources.add("acme", vendor("devin", acus("daily")));
        sources.add("beta", vendor("other", acus("usage")));
        sources.add(
                "billed",
                vendor(
                        "invoicing",
                        acus("usage"),
                        Cut.of("cost", "cost", "money", EnumSet.allOf(Dimension.class))
                                .withUnitOfFacts()
                                .withMoney(MoneyKind.BILLED),
                        Cut.of("worth", "worth", "USD", Set.of()).withMoney(MoneyKind.NOTIONAL)));
    }

    static ConnectorDescriptor vendor(String id, Cut... cuts) {
        return new ConnectorDescriptor(
                id, id, List.of(), List.of(cuts), ZoneOffset.ofHours(-8), Duration.ofDays(3));
    }

    static Cut acus(String id) {
        return Cut.of(
                id,
                "acus",
                "ACU",
                Set.of(Dimension.USER, Dimension.ORGANIZATION, Dimension.PRODUCT));
    }

    void use(
            SourceName source, String cut, LocalDate day, Group group, String amount, String unit) {
        reports.use(
                sources.find(source).orElseThrow().id(),
                cut,
                day,
                group,
                Quantity.of(amount, new Unit(unit)));
    }

    void useOfAcme(String day, Group group, String acus) {
        use(ACME, "daily", LocalDate.parse(day), group, acus, "ACU");
    }

    Rates.Version price(RateScope scope, String amount, String currency, Validity days) {
        return rates.add(
                new Terms(ACUS, PriceKind.CONTRACTED, scope, Money.of(amount, currency), days),
                false,
                AT,
                "Ada");
    }

    static RateScope of(Group group) {
        return new RateScope(Optional.of(ACME), group);
    }
}
