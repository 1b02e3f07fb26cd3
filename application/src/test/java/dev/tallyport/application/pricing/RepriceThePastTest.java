package dev.tallyport.application.pricing;

import static dev.tallyport.domain.access.Permission.MANAGE_BILLING;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_CONSUMPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.pricing.RepriceThePast.Difference;
import dev.tallyport.application.pricing.RepriceThePast.Preview;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.pricing.Money;
import dev.tallyport.domain.pricing.PriceKind;
import dev.tallyport.domain.pricing.RateScope;
import dev.tallyport.domain.pricing.Terms;
import dev.tallyport.domain.pricing.Validity;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Today is 10 April.
final class RepriceThePastTest {

    private static final Instant NOW = Instant.parse("2026-04-10T12:00:00Z");
    private static final Viewer BILLING = Viewers.holding(MANAGE_BILLING);
    private static final LocalDate MID_FEBRUARY = LocalDate.parse("2026-02-15");
    private static final String WHY = "the contract says so";

    private final PricedUsage usage = new PricedUsage();
    private final Today today = new Today(usage.sources, usage.sources.connectors(), () -> NOW);
    private final RepriceThePast repriceThePast =
            new RepriceThePast(
                    usage.rates,
                    new ChangeRates(
                            usage.rates,
                            usage.sources,
                            usage.sources.connectors(),
                            today,
                            usage.audit,
                            () -> NOW),
                    usage.answerCosts,
                    today);
    private final Rates.Version rate =
            usage.price(RateScope.EVERYTHING, "2", "USD", Validity.ALWAYS);

    RepriceThePastTest() {
        usage.useOfAcme("2026-01-10", organization("org-1"), "1");
        usage.useOfAcme("2026-02-14", organization("org-1"), "10");
        usage.useOfAcme("2026-02-15", organization("org-1"), "100");
        usage.useOfAcme("2026-03-10", organization("org-1"), "1000");
        usage.useOfAcme("2026-03-10", organization("org-2"), "4");
    }

    private static Group organization(String id) {
        return Group.of(Dimension.ORGANIZATION, id);
    }

    private static Money usd(String amount) {
        return Money.of(amount, "USD");
    }

    private static RateChange threeForFirstFromFebruary() {
        return new RateChange.Add(
                new Terms(
                        PricedUsage.ACUS,
                        PriceKind.CONTRACTED,
                        PricedUsage.of(organization("org-1")),
                        usd("3"),
                        Validity.from(MID_FEBRUARY)));
    }

    private Preview previewed(RateChange change) {
        return done(repriceThePast.preview(BILLING, change));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static Difference difference(
            String month, String organization, String before, String after) {
        return new Difference(
                YearMonth.parse(month),
                organization(organization).with(Dimension.SOURCE, "acme"),
                "USD",
                Optional.of(usd(before)),
                Optional.of(usd(after)));
    }

    /// Of the days from 15 February on: 100 and 1000 ACU of the first organization at 3 instead of
    /// 2.
    @Test
    void aPreviewTellsWhatWouldCostAnotherAmountAndChangesNothing() {
        var preview = previewed(threeForFirstFromFebruary());

        assertThat(preview.differences())
                .containsExactly(
                        difference("2026-02", "org-1", "200", "300"),
                        difference("2026-03", "org-1", "2000", "3000"));
        assertThat(usage.rates.asKnownOn(Optional.empty())).containsExactly(rate);
        assertThat(usage.audit.entries()).isEmpty();
    }

    @Test
    void aRateThatAlwaysHeldIsPreviewedOverAllOfTime() {
        var ended =
                new RateChange.End(
                        rate.rate().id(), Optional.of(MID_FEBRUARY), OptionalLong.empty());

        var preview = previewed(ended);

        assertThat(preview.differences())
                .extracting(Difference::month, Difference::after)
                .containsOnly(
                        tuple(YearMonth.parse("2026-02"), Optional.empty()),
                        tuple(YearMonth.parse("2026-03"), Optional.empty()));
        assertThat(preview.differences()).hasSize(3);
    }

    @Test
    void aPreviewComparesCostsOfOneAndTheSameUsage() {
        previewed(threeForFirstFromFebruary());

        assertThat(usage.reports.reads()).isOne();
    }

    @Test
    void whatWasPreviewedIsCarriedOutWithItsReason() {
        var change = threeForFirstFromFebruary();
        var token = previewed(change).token();

        var changed = done(repriceThePast.carryOut(BILLING, change, token, WHY));

        assertThat(usage.rates.asKnownOn(Optional.empty()))
                .containsExactly(rate, changed.orElseThrow());
        assertThat(usage.audit.entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo(Action.PAST_REPRICED);
                    assertThat(entry.after()).containsEntry("reason", WHY);
                });
    }

    @Test
    void nothingElseIsCarriedOutByThatToken() {
        var change = threeForFirstFromFebruary();
        var token = previewed(change).token();
        var other =
                new RateChange.Correct(
                        rate.rate().id(), usd("3"), Validity.ALWAYS, OptionalLong.empty());

        var refused = repriceThePast.carryOut(BILLING, other, token, WHY);
        usage.price(PricedUsage.of(organization("org-2")), "9", "USD", Validity.from(MID_FEBRUARY));
        var outdated = repriceThePast.carryOut(BILLING, change, token, WHY);

        assertThat(refused).isInstanceOf(Outcome.Conflict.class);
        assertThat(outdated).isInstanceOf(Outcome.Conflict.class);
        assertThat(usage.audit.entries()).isEmpty();
    }

    @Test
    void aReasonIsGivenByWhoeverManagesBilling() {
        var change = threeForFirstFromFebruary();
        var token = previewed(change).token();
        var auditor = Viewers.holding(VIEW_ACCOUNT_CONSUMPTION);

        assertThat(repriceThePast.carryOut(BILLING, change, token, " "))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(repriceThePast.carryOut(auditor, change, token, WHY))
                .isInstanceOf(Outcome.Forbidden.class);
        assertThat(repriceThePast.preview(auditor, change)).isInstanceOf(Outcome.Forbidden.class);
    }

    @Test
    void whatOnlyAltersTheFutureComesToNothing() {
        var change =
                new RateChange.Correct(
                        rate.rate().id(),
                        usd("2"),
                        new Validity(Optional.empty(), Optional.of(LocalDate.parse("2027-01-01"))),
                        OptionalLong.empty());

        assertThat(previewed(change).differences()).isEmpty();
    }
}
