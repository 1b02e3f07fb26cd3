package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.tck.Figure;
import dev.tallyport.connector.tck.Fixture;
import dev.tallyport.connector.tck.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// A connector of files beside a folder with one file for each month.
final class FolderFixture implements Fixture {

    private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");
    private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-19");
    private static final List<String> DAYS =
            List.of(
                    "2026-03-08",
                    "2026-03-29",
                    "2026-10-25",
                    "2026-11-01",
                    "2026-11-17",
                    "2026-11-18",
                    "2026-11-19");
    private static final Set<String> USERS = Set.of("ada@example.com", "bob@example.com");

    private final Supplier<Connector> connectors;
    private final String cut;
    private final Optional<String> unit;
    private final String header;
    private final Function<Figure, String> row;
    private final Path folder;
    private final List<Figure> figures = new ArrayList<>();
    private long writes;

    /// @param cut that every row is of
    /// @param row writes a figure
    FolderFixture(
            Supplier<Connector> connectors,
            String cut,
            Optional<String> unit,
            String header,
            Function<Figure, String> row) {
        this.connectors = connectors;
        this.cut = cut;
        this.unit = unit;
        this.header = header;
        this.row = row;
        try {
            folder = Files.createTempDirectory("tallyport");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        for (var text : DAYS) {
            var day = LocalDate.parse(text);
            for (var user : USERS) {
                var quantity = BigDecimal.valueOf(day.getDayOfYear() * 10L + user.charAt(0), 1);
                figures.add(figure(day, user, quantity));
            }
        }
        figures.stream().map(FolderFixture::monthOf).distinct().forEach(this::write);
    }

    private Figure figure(LocalDate day, String user, BigDecimal quantity) {
        var dimensions =
                Map.of(
                        Dimension.ORGANIZATION, "web",
                        Dimension.PRODUCT, "Agents",
                        Dimension.USER, user,
                        Dimension.MODEL, "large");
        return new Figure(cut, day, dimensions, unit, quantity);
    }

    private static YearMonth monthOf(Figure figure) {
        return YearMonth.from(figure.day());
    }

    private void write(YearMonth month) {
        write(month + ".csv", figures.stream().filter(each -> monthOf(each).equals(month)));
    }

    /// Every write has a time of its own, as on a clock that is fine enough.
    private void write(String file, Stream<Figure> rows) {
        var path = folder.resolve(file);
        try {
            try (var writer = Files.newBufferedWriter(path)) {
                writer.write(header + "\n");
                for (var each = rows.iterator(); each.hasNext(); ) {
                    writer.write(row.apply(each.next()) + "\n");
                }
            }
            writes++;
            Files.setLastModifiedTime(path, FileTime.from(NOW.plusSeconds(writes)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Connector connector() {
        return connectors.get();
    }

    @Override
    public Settings settings() {
        return new Settings(Map.of("path", folder.toString()));
    }

    @Override
    public Map<String, String> wrongSettings() {
        return Map.of("path", folder.resolve("elsewhere").toString());
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public Truth truth() {
        return Truth.of(figures).withDirectory(USERS);
    }

    @Override
    public void restate(Figure figure, BigDecimal quantity) {
        figures.remove(figure);
        if (quantity.signum() > 0) {
            figures.add(
                    figure(
                            figure.day(),
                            figure.dimensions().getOrDefault(Dimension.USER, ""),
                            quantity));
        }
        write(monthOf(figure));
    }

    @Override
    public BigDecimal grow(long records) {
        clear();
        write(
                "much.csv",
                LongStream.range(0, records)
                        .mapToObj(index ->
                                figure(
                                        YESTERDAY.minusDays(index % 30),
                                        "user-%d@example.com".formatted(index % 500),
                                        BigDecimal.ONE)));
        return BigDecimal.valueOf(records);
    }

    @Override
    public void close() {
        clear();
        try {
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void clear() {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
