package dev.tallyport.adapter.rest.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// A row of a table that has a column of every type.
record Sample(
        Optional<String> text,
        Optional<LocalDate> day,
        Optional<Instant> moment,
        Optional<BigDecimal> decimal,
        Optional<Long> whole,
        Optional<Boolean> truth,
        Optional<SortedMap<String, String>> members) {

    static final Table<Sample> TABLE =
            new Table<>(
                    "samples",
                    "Samples",
                    List.of(
                            Column.text("text", "Text", Sample::text),
                            Column.day("day", "Day", Sample::day),
                            Column.moment("moment", "Moment", Sample::moment),
                            Column.decimal("decimal", "Decimal", Sample::decimal),
                            Column.whole("whole", "Whole", Sample::whole),
                            Column.truth("truth", "Truth", Sample::truth),
                            Column.members("members", "Members", Sample::members)));

    static final String BEGIN_FORMULAS = "=+-@\t\r\n＝＋－＠";

    static Sample of(String text) {
        return new Sample(
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Sample of(BigDecimal decimal) {
        return new Sample(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(decimal),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// What is hard to write in one format or another.
    static Arbitrary<String> texts() {
        var pieces =
                Arbitraries.of(
                        "=", "+", "-", "@", "＝", "\t", "\r", "\n", "\"", "'", ",", ";", "#", " ",
                        "\\", "<", "&", "]]>", "_x0041_", "_", "x0041_", "\0", "\u0007", "\u001F",
                        "\uFFFE", "\u2028", "é", "漢", "😀", "1+1", "Ada", "SUM(A1)");
        return pieces.list().ofMinSize(1).ofMaxSize(6).map(some -> String.join("", some));
    }

    static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers()
                                .between(
                                        BigDecimal.TEN.pow(38).negate().toBigInteger(),
                                        BigDecimal.TEN.pow(38).toBigInteger()),
                        Arbitraries.integers().between(0, 40))
                .as(BigDecimal::new)
                .map(Sample::stripped);
    }

    /// Some of them long only by their zeros, which a cell for numbers holds.
    static Arbitrary<Long> wholes() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs()
                        .between(-999_999_999_999_999L, 999_999_999_999_999L)
                        .map(digits -> digits * 1000));
    }

    /// As quantities are kept.
    static BigDecimal stripped(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    static Arbitrary<Sample> samples() {
        return Combinators.combine(
                        texts().optional(),
                        Arbitraries.integers()
                                .between(10_000, 30_000)
                                .map(LocalDate::ofEpochDay)
                                .optional(),
                        Arbitraries.longs()
                                .between(946_684_800_000L, 4_102_444_800_000L)
                                .map(Instant::ofEpochMilli)
                                .optional(),
                        decimals().optional(),
                        wholes().optional(),
                        Arbitraries.of(true, false).optional(),
                        Arbitraries.maps(texts(), texts())
                                .ofMaxSize(3)
                                .<SortedMap<String, String>>map(TreeMap::new)
                                .optional())
                .as(Sample::new);
    }

    static byte[] written(Format format, List<Sample> rows, Summary summary) {
        var out = new ByteArrayOutputStream();
        Export.Rows<Sample> all =
                taker -> {
                    rows.forEach(taker);
                    return summary;
                };
        try {
            new Export<>("samples", format, TABLE, all).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The summary of these rows, a table of the same columns.
    static Summary summary(List<Sample> rows) {
        return new Summary(List.of(new Summary.Part<>(TABLE, rows)));
    }

    /// Whether this is how text may be written: as it is, but for an apostrophe before what would
    /// begin a formula.
    static boolean isInert(String written, String text) {
        return BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0
                ? written.equals("'" + text)
                : written.equals(text);
    }
}
