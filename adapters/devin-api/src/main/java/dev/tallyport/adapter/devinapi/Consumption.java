package dev.tallyport.adapter.devinapi;

import dev.tallyport.application.reporting.Answer;
import dev.tallyport.domain.usage.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
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
        var total =
                answers.stream()
                        .flatMap(answer -> answer.totals().stream())
                        .map(quantity -> quantity.amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Consumption(
                Acus.of(total),
                sums(answers, 0, row -> row.day().map(LocalDate::toString)),
                sums(answers, 1, row -> row.group().value(Dimension.ORGANIZATION)),
                sums(answers, 2, row -> row.group().value(Dimension.USER)));
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
