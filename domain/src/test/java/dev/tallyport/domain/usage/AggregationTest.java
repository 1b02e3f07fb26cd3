package dev.tallyport.domain.usage;

import static dev.tallyport.domain.usage.AnyUsage.ACU;
import static dev.tallyport.domain.usage.AnyUsage.sum;
import static dev.tallyport.domain.usage.Dimension.ORGANIZATION;
import static dev.tallyport.domain.usage.Dimension.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tallyport.domain.calendar.AnyCalendar;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.usage.Aggregation.Cell;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AggregationTest {

    private static final BillingCalendar MONTHS = BillingCalendar.of(ZoneOffset.UTC, List.of());

    @Property
    void theSumOfThePartsIsTheWholeHoweverItIsDivided(
            @ForAll("usage") List<DailyUsage> usage,
            @ForAll("dimensions") Set<Dimension> dimensions,
            @ForAll("buckets") Optional<Bucket> bucket,
            @ForAll("calendars") BillingCalendar calendar) {
        var parts = new Aggregation(dimensions, bucket, calendar).sum(usage.stream());

        assertThat(sum(parts.values().stream()))
                .isEqualTo(sum(usage.stream().map(DailyUsage::quantity)));
    }

    @Property
    void everyCellIsTheSumOfTheUsageInIt(
            @ForAll("usage") List<DailyUsage> usage,
            @ForAll("dimensions") Set<Dimension> dimensions,
            @ForAll("buckets") Optional<Bucket> bucket,
            @ForAll("calendars") BillingCalendar calendar) {
        var sums = new Aggregation(dimensions, bucket, calendar).sum(usage.stream());

        assertThat(sums)
                .allSatisfy((cell, sum) -> {
                    var inside = usage.stream().filter(one -> isIn(cell, dimensions, one));
                    assertThat(sum).isEqualTo(sum(inside.map(DailyUsage::quantity)));
                });
    }

    @Property
    void singleDaysAddUpToAnyCoarserDivision(
            @ForAll("usage") List<DailyUsage> usage,
            @ForAll("dimensions") Set<Dimension> dimensions,
            @ForAll("buckets") Optional<Bucket> bucket,
            @ForAll("calendars") BillingCalendar calendar) {
        var finest = new Aggregation(Set.of(Dimension.values()), Optional.of(Bucket.DAY), calendar);
        var coarser = new Aggregation(dimensions, bucket, calendar);

        var days =
                finest.sum(usage.stream()).entrySet().stream()
                        .map(sum ->
                                new DailyUsage(
                                        sum.getKey().days().orElseThrow().start(),
                                        sum.getKey().group(),
                                        sum.getValue()));

        assertThat(coarser.sum(days)).isEqualTo(coarser.sum(usage.stream()));
    }

    @Property
    void theOrderOfTheUsageMakesNoDifference(
            @ForAll("usage") List<DailyUsage> usage,
            @ForAll("dimensions") Set<Dimension> dimensions,
            @ForAll("buckets") Optional<Bucket> bucket,
            @ForAll("calendars") BillingCalendar calendar,
            @ForAll Random random) {
        var shuffled = new ArrayList<>(usage);
        Collections.shuffle(shuffled, random);
        var aggregation = new Aggregation(dimensions, bucket, calendar);

        var sums = aggregation.sum(shuffled.stream());

        assertThat(sums.entrySet())
                .containsExactlyElementsOf(aggregation.sum(usage.stream()).entrySet());
    }

    @Test
    void cyclesAreTheVendorsAndCellsComeInOrderWithNobodyKnownLast() {
        var ann = Group.of(USER, "ann");
        var usage =
                Stream.of(
                        usage("2026-07-15", ann, "8"),
                        usage("2026-07-14", Group.of(ORGANIZATION, "acme"), "4"),
                        usage("2026-07-14", ann, "2"),
                        usage("2026-06-15", ann.with(ORGANIZATION, "acme"), "1"));
        var calendar = new BillingCalendar(ZoneId.of("-08:00"), List.of(), 15);

        var sums = new Aggregation(Set.of(USER), Optional.of(Bucket.CYCLE), calendar).sum(usage);

        assertThat(sums)
                .containsExactly(
                        entry(cell("2026-06-15", "2026-07-15", ann), Quantity.of("3", ACU)),
                        entry(
                                cell("2026-06-15", "2026-07-15", Group.unstated()),
                                Quantity.of("4", ACU)),
                        entry(cell("2026-07-15", "2026-08-15", ann), Quantity.of("8", ACU)));
    }

    @Test
    void usageThatCancelsOutIsZeroAndNotNothing() {
        var usage =
                Stream.of(
                        usage("2026-07-01", Group.unstated(), "2"),
                        usage("2026-07-02", Group.unstated(), "-2"));

        var sums = new Aggregation(Set.of(), Optional.empty(), MONTHS).sum(usage);

        assertThat(sums)
                .containsExactly(
                        entry(new Cell(Optional.empty(), Group.unstated()), Quantity.zero(ACU)));
    }

    @Test
    void nothingAddsUpToNoCells() {
        var sums = new Aggregation(Set.of(USER), Optional.of(Bucket.DAY), MONTHS).sum(Stream.of());

        assertThat(sums).isEmpty();
    }

    private static boolean isIn(Cell cell, Set<Dimension> dimensions, DailyUsage usage) {
        return cell.group().equals(usage.group().onto(dimensions))
                && cell.days().map(days -> days.contains(usage.day())).orElse(true);
    }

    private static Cell cell(String start, String end, Group group) {
        return new Cell(
                Optional.of(DateRange.of(LocalDate.parse(start), LocalDate.parse(end))), group);
    }

    private static DailyUsage usage(String day, Group group, String amount) {
        return new DailyUsage(LocalDate.parse(day), group, Quantity.of(amount, ACU));
    }

    @Provide
    Arbitrary<List<DailyUsage>> usage() {
        return AnyUsage.usage();
    }

    @Provide
    Arbitrary<Set<Dimension>> dimensions() {
        return AnyUsage.dimensions();
    }

    @Provide
    Arbitrary<Optional<Bucket>> buckets() {
        return Arbitraries.of(Bucket.DAY, Bucket.WEEK, Bucket.MONTH, Bucket.CYCLE).optional();
    }

    @Provide
    Arbitrary<BillingCalendar> calendars() {
        return AnyCalendar.calendars();
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheFirst() {
        var day = LocalDate.parse("2026-03-01");

        assertThat(Bucket.WEEK.containing(day, MONTHS)).hasToString("2026-02-23/2026-03-02");
        assertThat(Bucket.MONTH.containing(day, MONTHS)).hasToString("2026-03-01/2026-04-01");
    }
}
