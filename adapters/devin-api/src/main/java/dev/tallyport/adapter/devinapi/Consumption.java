package dev.tallyport.adapter.devinapi;

import dev.tallyport.application.reporting.Answer;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Slot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Usage as this dialect divides it. What adds up to zero is left out of the divisions, as the
/// vendor does; usage of nobody known is in the total and by organization, not by user.
///
/// @param byDate by the vendor's own day, such as `2025-12-05`
record Consumption(
        BigDecimal total,
        SortedMap<String, BigDecimal> byDate,
        SortedMap<String, BigDecimal> byOrganization,
        SortedMap<String, BigDecimal> byUser) {

    /// Answers of different sources, added up; each has tables by day, organization and user.
    static Consumption of(List<Answer> answers) {
        var sum =
                answers.stream()
                        .flatMap(answer -> answer.totals().stream())
                        .map(total -> total.quantity().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Consumption(
                Acus.of(sum),
                sums(answers, 0, row -> row.slot().map(Consumption::firstDay)),
                sums(answers, 1, row -> row.group().value(Dimension.ORGANIZATION)),
                sums(answers, 2, row -> row.group().value(Dimension.USER)));
    }

    private static String firstDay(Slot slot) {
        return switch (slot) {
            case Slot.Days(var days) -> days.start().toString();
            case Slot.Hour hour -> throw new IllegalArgumentException(hour + " is no day");
        };
    }

    private static SortedMap<String, BigDecimal> sums(
            List<Answer> answers, int table, Function<Answer.Row, Optional<String>> key) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var answer : answers) {
            for (var row : answer.tables().get(table).rows()) {
                key.apply(row)
                        .ifPresent(named ->
                                sums.merge(named, row.quantity().amount(), BigDecimal::add));
            }
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((_, sum) -> Acus.of(sum));
        return sums;
    }
}
