package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.rest.export.FocusCharge;
import dev.tallyport.adapter.rest.export.FocusCharge.Period;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Slot;
import dev.tallyport.domain.usage.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UsageChargesTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final Quantity SOME = Quantity.of("12.25", new Unit("ACU"));
    private static final BillingCalendar FROM_THE_16TH =
            BillingCalendar.of(
                    ZoneOffset.ofHours(-8),
                    List.of(
                            BillingCycle.of(
                                    LocalDate.parse("2026-01-16"), LocalDate.parse("2026-02-16"))));

    @Test
    void aDayIsTheVendorsAndBilledWithItsCycle() {
        var charge = charge(days("2026-01-16", "2026-03-01"), slot("2026-01-31", "2026-02-01"));

        assertThat(charge.charged())
                .isEqualTo(period("2026-01-31T08:00:00Z", "2026-02-01T08:00:00Z"));
        assertThat(charge.billed())
                .isEqualTo(period("2026-01-16T08:00:00Z", "2026-02-16T08:00:00Z"));
    }

    @Test
    void ofALongerSlotOnlyTheAskedDaysAreCharged() {
        var charge = charge(days("2026-01-20", "2026-01-25"), slot("2026-01-01", "2026-02-01"));

        assertThat(charge.charged())
                .isEqualTo(period("2026-01-20T08:00:00Z", "2026-01-25T08:00:00Z"));
    }

    @Test
    void betweenInstantsTheLastDayIsWhole() {
        var charge =
                charge(
                        instants("2026-01-20T12:00:00Z", "2026-01-22T12:00:00Z"),
                        slot("2026-01-01", "2026-02-01"));

        assertThat(charge.charged())
                .isEqualTo(period("2026-01-20T12:00:00Z", "2026-01-23T08:00:00Z"));
    }

    @Test
    void anHourIsItself() {
        var hour =
                new Slot.Hour(
                        Instant.parse("2026-01-20T12:00:00Z"),
                        Instant.parse("2026-01-20T13:00:00Z"));

        var charge =
                charge(instants("2026-01-20T12:00:00Z", "2026-01-22T12:00:00Z"), Optional.of(hour));

        assertThat(charge.charged()).isEqualTo(new Period(hour.start(), hour.end()));
    }

    @Test
    void whatIsNotToldApartInTimeIsOfTheWholeWindow() {
        var daily = charge(days("2026-01-20", "2026-01-25"), Optional.empty());
        var exact =
                charge(instants("2026-01-20T12:00:00Z", "2026-01-22T12:00:00Z"), Optional.empty());

        assertThat(daily.charged())
                .isEqualTo(period("2026-01-20T08:00:00Z", "2026-01-25T08:00:00Z"));
        assertThat(exact.charged())
                .isEqualTo(period("2026-01-20T12:00:00Z", "2026-01-22T12:00:00Z"));
    }

    @Test
    void acusAreDrawnAndOtherThingsOnlyUsed() {
        assertThat(of("acus", Optional.empty()).drawn()).contains(SOME);
        assertThat(of("tokens.input", Optional.empty()).drawn()).isEmpty();
        assertThat(of("tokens.input", Optional.empty()).used()).contains(SOME);
    }

    @Test
    void moneyIsACostOfItsKindAndNothingThatWasUsed() {
        var charge = of("cost", Optional.of(MoneyKind.NOTIONAL));

        assertThat(charge.costs()).isEqualTo(Map.of(MoneyKind.NOTIONAL, SOME));
        assertThat(charge.used()).isEmpty();
        assertThat(charge.drawn()).isEmpty();
    }

    @Test
    void vendorAndOrganizationAreNamed() {
        var charge = of("acus", Optional.empty());

        assertThat(charge.provider()).isEqualTo("Devin");
        assertThat(charge.organizationName()).contains("Platform");
    }

    private static FocusCharge of(String meter, Optional<MoneyKind> money) {
        return charges(days("2026-01-16", "2026-01-17"))
                .of(row(new Answer.Measure(meter, money), Optional.empty()));
    }

    private static FocusCharge charge(Window window, Optional<Slot> slot) {
        return charges(window).of(row(new Answer.Measure("acus", Optional.empty()), slot));
    }

    private static Answer.Row row(Answer.Measure measure, Optional<Slot> slot) {
        var group = Group.of(Dimension.SOURCE, "acme").with(Dimension.ORGANIZATION, "org-1");
        return new Answer.Row(slot, group, Optional.empty(), measure, SOME);
    }

    private static UsageCharges charges(Window window) {
        return new UsageCharges(
                window,
                Map.of(ACME, new SourceOrigin("Devin", FROM_THE_16TH)),
                Map.of(new VendorOrganization(ACME, "org-1"), "Platform"));
    }

    private static Window days(String start, String end) {
        return new Window.Days(range(start, end));
    }

    private static Window instants(String start, String end) {
        return new Window.Instants(Instant.parse(start), Instant.parse(end));
    }

    private static Optional<Slot> slot(String start, String end) {
        return Optional.of(new Slot.Days(range(start, end)));
    }

    private static DateRange range(String start, String end) {
        return DateRange.of(LocalDate.parse(start), LocalDate.parse(end));
    }

    private static Period period(String start, String end) {
        return new Period(Instant.parse(start), Instant.parse(end));
    }
}
