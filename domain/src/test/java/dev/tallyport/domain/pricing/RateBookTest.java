package dev.tallyport.domain.pricing;

import static dev.tallyport.domain.pricing.AnyRates.ACUS;
import static dev.tallyport.domain.pricing.AnyRates.rate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import dev.tallyport.domain.usage.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RateBookTest {

    private static final SourceName ACME = new SourceName("acme");
    private static final LocalDate DAY = LocalDate.parse("2026-03-10");

    @Property(edgeCases = EdgeCasesMode.NONE)
    void ofTheRatesThatCoverUsageExactlyOneIsTheNarrowest(
            @ForAll("books") RateBook book,
            @ForAll PriceKind kind,
            @ForAll("days") LocalDate day,
            @ForAll("sources") SourceName source,
            @ForAll("usage") Group usage) {
        var covering =
                book.rates().stream()
                        .filter(rate -> rate.terms().kind() == kind)
                        .filter(rate -> rate.terms().days().contains(day))
                        .filter(rate -> rate.terms().scope().covers(source, usage))
                        .toList();

        var found = book.find(ACUS, kind, day, source, usage);

        assertThat(found.isPresent()).isEqualTo(!covering.isEmpty());
        assertThat(covering)
                .filteredOn(rate -> found.map(one -> !isBefore(rate, one)).orElse(true))
                .hasSizeLessThanOrEqualTo(1)
                .isEqualTo(found.stream().toList());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aChangeOfThePriceAppliesFromItsDayOnAndToNoDayBefore(
            @ForAll("books") RateBook book,
            @ForAll("days") LocalDate changed,
            @ForAll("days") LocalDate day,
            @ForAll("sources") SourceName source,
            @ForAll("usage") Group usage) {
        var kind = PriceKind.CONTRACTED;
        var before = book.find(ACUS, kind, changed, source, usage);
        Assume.that(before.isPresent());
        var after = withPriceFrom(book, before.get(), changed);

        var found = after.find(ACUS, kind, day, source, usage);

        if (day.isBefore(changed) || !book.find(ACUS, kind, day, source, usage).equals(before)) {
            assertThat(found.map(Rate::terms).map(Terms::price))
                    .isEqualTo(
                            book.find(ACUS, kind, day, source, usage)
                                    .map(Rate::terms)
                                    .map(Terms::price));
        } else {
            assertThat(found.orElseThrow().id()).isEqualTo(NEW);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void betweenTwoChangesThePriceOfUsageStays(
            @ForAll("books") RateBook book,
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate other,
            @ForAll("sources") SourceName source,
            @ForAll("usage") Group usage) {
        Assume.that(!other.isBefore(one));
        var kind = PriceKind.CONTRACTED;
        var days = DateRange.of(one, other.plusDays(1));
        Assume.that(book.changes("acus", kind, source, days).isEmpty());

        var prices = days.days().map(day -> book.find(ACUS, kind, day, source, usage)).distinct();

        assertThat(prices).hasSize(1);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void theNamedDimensionsAreAllThatUsageMustBeToldApartBy(
            @ForAll("books") RateBook book,
            @ForAll("days") LocalDate day,
            @ForAll("sources") SourceName source,
            @ForAll("usage") Group usage) {
        var kind = PriceKind.CONTRACTED;
        var dimensions = book.dimensions("acus", kind, source);

        var found = book.find(ACUS, kind, day, source, usage.onto(dimensions));

        assertThat(found).isEqualTo(book.find(ACUS, kind, day, source, usage));
    }

    @Test
    void productComesBeforeModelBeforeOrganizationBeforeSourceBeforeDefault() {
        var rates =
                List.of(
                        configured(1),
                        rate(2, RateScope.EVERYTHING, "2", Validity.ALWAYS),
                        rate(3, scope(Map.of()), "3", Validity.ALWAYS),
                        rate(4, scope(Map.of(Dimension.ORGANIZATION, "org-1")), "4", ALWAYS),
                        rate(5, scope(Map.of(Dimension.MODEL, "opus")), "5", ALWAYS),
                        rate(6, scope(Map.of(Dimension.PRODUCT, "devin")), "6", ALWAYS),
                        rate(
                                7,
                                scope(
                                        Map.of(
                                                Dimension.PRODUCT, "devin",
                                                Dimension.ORGANIZATION, "org-1")),
                                "7",
                                ALWAYS),
                        rate(
                                8,
                                scope(Map.of(Dimension.PRODUCT, "devin", Dimension.MODEL, "opus")),
                                "8",
                                ALWAYS));
        var usage =
                new Group(
                        Map.of(
                                Dimension.PRODUCT, "devin",
                                Dimension.MODEL, "opus",
                                Dimension.ORGANIZATION, "org-1"));

        var winners = new ArrayList<Long>();
        for (int known = rates.size(); known > 0; known--) {
            var book = new RateBook(rates.subList(0, known));
            winners.add(find(book, usage).orElseThrow().id());
        }

        assertThat(winners).containsExactly(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void usageThatDoesNotStateWhatARateNamesIsNotPricedByIt() {
        var book =
                new RateBook(
                        List.of(rate(1, scope(Map.of(Dimension.PRODUCT, "devin")), "2", ALWAYS)));

        assertThat(find(book, Group.unstated())).isEmpty();
        assertThat(find(book, Group.of(Dimension.PRODUCT, "cascade"))).isEmpty();
        assertThat(find(book, Group.of(Dimension.PRODUCT, "devin"))).isPresent();
    }

    @Test
    void aRateIsForItsMeterUnitAndKindOnly() {
        var book = new RateBook(List.of(rate(1, RateScope.EVERYTHING, "2", ALWAYS)));
        var inThousands = new Meter("acus", new Unit("kACU"));

        assertThat(book.find(inThousands, PriceKind.CONTRACTED, DAY, ACME, Group.unstated()))
                .isEmpty();
        assertThat(book.find(ACUS, PriceKind.LIST, DAY, ACME, Group.unstated())).isEmpty();
        assertThat(book.knows("acus", PriceKind.CONTRACTED)).isTrue();
        assertThat(book.knows("acus", PriceKind.LIST)).isFalse();
    }

    @Test
    void twoRatesOfOneScopeMustNotOverlapAndMayMeet() {
        var first = rate(1, RateScope.EVERYTHING, "2", Validity.between(DAY, DAY.plusDays(5)));
        var meeting = rate(2, RateScope.EVERYTHING, "3", Validity.from(DAY.plusDays(5)));
        var overlapping = rate(3, RateScope.EVERYTHING, "3", Validity.from(DAY.plusDays(4)));
        var ended =
                rate(
                        4,
                        RateScope.EVERYTHING,
                        "3",
                        new Validity(Optional.empty(), Optional.of(DAY.plusDays(1))));

        assertThat(RateBook.overlap(List.of(first, meeting, configured(5)))).isEmpty();
        assertThat(RateBook.overlap(List.of(first, overlapping)))
                .contains(new RateBook.Overlap(first, overlapping));
        assertThat(RateBook.overlap(List.of(first, ended))).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateBook(List.of(meeting, overlapping)));
    }

    @Test
    void onlyRatesThatCanBeASourcesSayWhatItsUsageIsToldApartBy() {
        var book =
                new RateBook(
                        List.of(
                                rate(
                                        1,
                                        scope(Map.of(Dimension.ORGANIZATION, "org-1")),
                                        "2",
                                        ALWAYS),
                                rate(
                                        2,
                                        new RateScope(
                                                Optional.empty(),
                                                Group.of(Dimension.PRODUCT, "devin")),
                                        "3",
                                        Validity.between(DAY, DAY.plusDays(2)))));
        var beta = new SourceName("beta");
        var days = DateRange.of(DAY, DAY.plusDays(10));

        assertThat(book.dimensions("acus", PriceKind.CONTRACTED, ACME))
                .isEqualTo(Set.of(Dimension.ORGANIZATION, Dimension.PRODUCT));
        assertThat(book.dimensions("acus", PriceKind.CONTRACTED, beta))
                .isEqualTo(Set.of(Dimension.PRODUCT));
        assertThat(book.changes("acus", PriceKind.CONTRACTED, beta, days))
                .containsExactly(DAY.plusDays(2));
        assertThat(book.changes("tokens", PriceKind.CONTRACTED, beta, days)).isEmpty();
    }

    private static final Validity ALWAYS = Validity.ALWAYS;
    private static final long NEW = 1000;

    private static RateScope scope(Map<Dimension, String> values) {
        return new RateScope(Optional.of(ACME), new Group(values));
    }

    private static Rate configured(long id) {
        return new Rate(id, rate(id, RateScope.EVERYTHING, "1", ALWAYS).terms(), true);
    }

    private static Optional<Rate> find(RateBook book, Group usage) {
        return book.find(ACUS, PriceKind.CONTRACTED, DAY, ACME, usage);
    }

    private static boolean isBefore(Rate rate, Rate other) {
        return rate.configured() != other.configured()
                ? rate.configured()
                : RateScope.NARROWEST_LAST.compare(rate.terms().scope(), other.terms().scope()) < 0;
    }

    private static RateBook withPriceFrom(RateBook book, Rate changed, LocalDate day) {
        var rates = new ArrayList<>(book.rates());
        rates.remove(changed);
        var terms = changed.terms();
        var days = terms.days();
        if (days.from().map(day::isAfter).orElse(true)) {
            rates.add(
                    new Rate(
                            changed.id(),
                            terms.withDays(new Validity(days.from(), Optional.of(day))),
                            changed.configured()));
        }
        rates.add(
                new Rate(
                        NEW,
                        terms.withDays(new Validity(Optional.of(day), days.until()))
                                .withPrice(Money.of("99", "EUR")),
                        changed.configured()));
        return new RateBook(rates);
    }

    @Provide
    Arbitrary<RateBook> books() {
        return AnyRates.books();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return AnyRates.days();
    }

    @Provide
    Arbitrary<SourceName> sources() {
        return AnyRates.sources();
    }

    @Provide
    Arbitrary<Group> usage() {
        return AnyRates.usage();
    }
}
