package dev.tallyport.application.pricing;

import static dev.tallyport.domain.access.Permission.MANAGE_BILLING;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_CONSUMPTION;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_METRICS;
import static dev.tallyport.domain.access.Permission.VIEW_ORG_CONSUMPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.pricing.Rates.Version;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Grant;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AdministerRatesTest {

    private static final Instant NOW = Instant.parse("2026-07-10T03:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-07-10");
    private static final Viewer BILLING = Viewers.holding(MANAGE_BILLING);
    private static final Meter ACUS = new Meter("acus", new Unit("ACU"));
    private static final SourceName ACME = new SourceName("acme");
    private static final RateScope ORGANIZATION =
            new RateScope(Optional.of(ACME), Group.of(Dimension.ORGANIZATION, "org-1"));

    private final InMemoryRates rates = new InMemoryRates();
    private final PricedSources sources = new PricedSources();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final Today today = new Today(sources, sources.connectors(), () -> NOW);
    private final AdministerRates administerRates =
            new AdministerRates(
                    rates,
                    new ChangeRates(rates, sources, sources.connectors(), today, audit, () -> NOW),
                    today);

    AdministerRatesTest() {
        sources.add("acme", vendor("vendor", ZoneOffset.ofHours(-8)));
    }

    private static ConnectorDescriptor vendor(String id, ZoneId zone) {
        return new ConnectorDescriptor(
                id,
                "Vendor",
                List.of(),
                List.of(
                        Cut.of("daily", "acus", "ACU", Set.of()),
                        Cut.of("cost", "cost", "USD", Set.of()).withMoney(MoneyKind.BILLED)),
                zone,
                Duration.ZERO);
    }

    private static Terms terms(RateScope scope, String dollars, Validity days) {
        return new Terms(ACUS, PriceKind.CONTRACTED, scope, Money.of(dollars, "USD"), days);
    }

    private static Terms everything(String dollars, Validity days) {
        return terms(RateScope.EVERYTHING, dollars, days);
    }

    private Version added(Terms terms) {
        return done(administerRates.add(BILLING, terms));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static RateChange.End end(Version version, LocalDate until) {
        return new RateChange.End(
                version.rate().id(), Optional.of(until), OptionalLong.of(version.version()));
    }

    private static RateChange.Correct correct(Version version, String dollars, Validity days) {
        return new RateChange.Correct(
                version.rate().id(),
                Money.of(dollars, "USD"),
                days,
                OptionalLong.of(version.version()));
    }

    @Test
    void aPriceChangesByEndingOneRateAndAddingTheNext() {
        var first = added(everything("2.25", Validity.ALWAYS));
        var december = LocalDate.parse("2026-12-01");

        var ended = done(administerRates.end(BILLING, end(first, december))).orElseThrow();
        var next = added(everything("2.5", Validity.from(december)));

        assertThat(done(administerRates.all(BILLING))).containsExactly(ended, next);
        assertThat(ended.rate().terms().days())
                .isEqualTo(new Validity(Optional.empty(), Optional.of(december)));
        var mia = Actor.of(BILLING);
        var common = Map.of("meter", "acus in ACU", "kind", "CONTRACTED");
        assertThat(audit.entries())
                .containsExactly(
                        new Draft(
                                mia,
                                Action.RATE_ADDED,
                                "rate:1",
                                Map.of(),
                                with(common, "2.25 USD", "ever until further notice")),
                        new Draft(
                                mia,
                                Action.RATE_ENDED,
                                "rate:1",
                                with(common, "2.25 USD", "ever until further notice"),
                                with(common, "2.25 USD", "ever until 2026-12-01")),
                        new Draft(
                                mia,
                                Action.RATE_ADDED,
                                "rate:3",
                                Map.of(),
                                with(common, "2.5 USD", "2026-12-01 until further notice")));
    }

    private static Map<String, String> with(Map<String, String> common, String price, String days) {
        return Map.of(
                "meter",
                common.getOrDefault("meter", ""),
                "kind",
                common.getOrDefault("kind", ""),
                "price",
                price,
                "days",
                days);
    }

    @Test
    void onlyTheFirstRateOfAMeterMayBeginInThePast() {
        var first =
                administerRates.add(
                        BILLING, everything("2.25", Validity.from(TODAY.minusYears(2))));
        var second =
                administerRates.add(
                        BILLING, terms(ORGANIZATION, "2", Validity.from(TODAY.minusDays(1))));
        var always = administerRates.add(BILLING, terms(ORGANIZATION, "2", Validity.ALWAYS));
        var fromToday =
                administerRates.add(BILLING, terms(ORGANIZATION, "2", Validity.from(TODAY)));

        assertThat(first).isInstanceOf(Outcome.Done.class);
        assertThat(List.of(second, always))
                .allSatisfy(refused ->
                        assertThat(refused.toString()).contains("/api/v1/rates/repricing/preview"));
        assertThat(fromToday).isInstanceOf(Outcome.Done.class);
        assertThat(rates.asKnownOn(Optional.empty())).hasSize(2);
    }

    @Test
    void whatIsPastKeepsItsPrice() {
        var rate = added(everything("2.25", Validity.from(TODAY.minusYears(1))));
        var days = rate.rate().terms().days();

        var refused =
                List.of(
                        administerRates.end(BILLING, end(rate, TODAY.minusDays(1))),
                        administerRates.correct(BILLING, correct(rate, "2", days)),
                        administerRates.correct(
                                BILLING, correct(rate, "2.25", Validity.from(TODAY))),
                        administerRates.correct(BILLING, correct(rate, "2.25", Validity.ALWAYS)));
        var ended = done(administerRates.end(BILLING, end(rate, TODAY))).orElseThrow();
        var reopened = administerRates.correct(BILLING, correct(ended, "2.25", days));

        assertThat(refused).allMatch(outcome -> outcome instanceof Outcome.Conflict);
        assertThat(done(reopened).rate()).isEqualTo(rate.rate());
    }

    @Test
    void endingARateNeverProlongsIt() {
        var rate = added(everything("2", Validity.between(TODAY.minusDays(9), TODAY.minusDays(2))));

        var ended = administerRates.end(BILLING, end(rate, TODAY.plusDays(9)));

        assertThat(done(ended)).contains(rate);
    }

    @Test
    void aRateThatHasNotBegunIsCorrectedAndWithdrawn() {
        added(everything("2.25", Validity.ALWAYS));
        var rate = added(terms(ORGANIZATION, "2", Validity.from(TODAY.plusDays(3))));

        var corrected =
                done(
                        administerRates.correct(
                                BILLING, correct(rate, "1.5", Validity.from(TODAY.plusDays(1)))));
        var withdrawn = done(administerRates.end(BILLING, end(corrected, TODAY.plusDays(1))));

        assertThat(corrected.rate().terms())
                .isEqualTo(terms(ORGANIZATION, "1.5", Validity.from(TODAY.plusDays(1))));
        assertThat(withdrawn).isEmpty();
        assertThat(rates.asKnownOn(Optional.empty())).hasSize(1);
        assertThat(done(administerRates.history(BILLING, rate.rate().id()))).hasSize(2);
    }

    @Test
    void aDayIsPastWhenItHasEndedForAnySource() {
        added(everything("2.25", Validity.ALWAYS));
        var fromToday = terms(ORGANIZATION, "2", Validity.from(TODAY));
        sources.add("ahead", vendor("ahead", ZoneOffset.ofHours(18)));

        var beforeItsEnd = new Today(sources, sources.connectors(), () -> NOW).day();
        var afterItsEnd =
                new Today(sources, sources.connectors(), () -> NOW.plus(Duration.ofHours(3))).day();

        assertThat(beforeItsEnd).isEqualTo(TODAY);
        assertThat(afterItsEnd).isEqualTo(TODAY.plusDays(1));
        assertThat(administerRates.add(BILLING, fromToday)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void ratesOfTheSameUsageMustNotOverlap() {
        added(everything("2.25", Validity.ALWAYS));
        added(terms(ORGANIZATION, "2", Validity.from(TODAY)));

        var overlapping =
                administerRates.add(
                        BILLING, terms(ORGANIZATION, "3", Validity.from(TODAY.plusDays(9))));

        assertThat(overlapping.toString()).contains("Rate 2").contains("end it first");
    }

    @Test
    void ofTwoChangesOfOneVersionTheSecondIsRefused() {
        var rate = added(everything("2.25", Validity.from(TODAY)));
        done(administerRates.correct(BILLING, correct(rate, "2", Validity.from(TODAY))));

        var second = administerRates.correct(BILLING, correct(rate, "3", Validity.from(TODAY)));

        assertThat(second.toString()).contains("changed meanwhile");
    }

    @Test
    void aChangeThatChangesNothingIsNotRecorded() {
        var rate = added(everything("2.25", Validity.ALWAYS));

        var same = administerRates.correct(BILLING, correct(rate, "2.250", Validity.ALWAYS));

        assertThat(done(same)).isEqualTo(rate);
        assertThat(audit.entries()).hasSize(1);
    }

    @Test
    void aRateIsForAMeterThatIsStatedAndASourceThatIsKnown() {
        var unknownSource = new RateScope(Optional.of(new SourceName("beta")), Group.unstated());
        var money = new Meter("cost", new Unit("USD"));
        var unheard = new Meter("acus", new Unit("kACU"));

        var outcomes =
                List.of(
                        administerRates.add(BILLING, terms(unknownSource, "2", Validity.ALWAYS)),
                        administerRates.add(BILLING, of(money)),
                        administerRates.add(BILLING, of(unheard)));

        assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Invalid);
        assertThat(outcomes.getLast().toString()).contains("acus in ACU");
        assertThat(administerRates.end(BILLING, new RateChange.End(9, Optional.empty(), ANY)))
                .isInstanceOf(Outcome.Unknown.class);
    }

    private static final OptionalLong ANY = OptionalLong.empty();

    private static Terms of(Meter meter) {
        return new Terms(
                meter, PriceKind.LIST, RateScope.EVERYTHING, Money.of("1", "USD"), Validity.ALWAYS);
    }

    @Test
    void nobodyButThoseWhoManageBillingChangesRates() {
        var rate = added(everything("2.25", Validity.ALWAYS));
        var auditor = Viewers.holding(VIEW_ACCOUNT_CONSUMPTION);

        var outcomes =
                List.of(
                        administerRates.add(auditor, everything("3", Validity.from(TODAY))),
                        administerRates.end(auditor, end(rate, TODAY)),
                        administerRates.correct(auditor, correct(rate, "3", Validity.ALWAYS)));

        assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Forbidden);
        assertThat(done(administerRates.all(auditor))).containsExactly(rate);
    }

    @Test
    void ratesOfAnOrganizationAreSeenByThoseWhoSeeItsCosts() {
        var wide = added(everything("2.25", Validity.ALWAYS));
        var narrow = added(terms(ORGANIZATION, "2", Validity.from(TODAY)));
        var lead = leadOf("org-1");
        var other = leadOf("org-2");
        var nobody = Viewers.holding(VIEW_ACCOUNT_METRICS);

        assertThat(done(administerRates.all(lead))).containsExactly(wide, narrow);
        assertThat(done(administerRates.all(other))).containsExactly(wide);
        assertThat(administerRates.history(other, narrow.rate().id()))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(administerRates.all(nobody)).isInstanceOf(Outcome.Forbidden.class);
        assertThat(administerRates.history(nobody, 1)).isInstanceOf(Outcome.Forbidden.class);
    }

    private static Viewer leadOf(String organization) {
        return Viewers.holding(
                Set.of(
                        new Grant(
                                VIEW_ORG_CONSUMPTION,
                                new Scope.Organization(
                                        new VendorOrganization(ACME, organization)))));
    }
}
