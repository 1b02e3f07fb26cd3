package dev.tallyport.adapter.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Settledness;
import dev.tallyport.domain.usage.Slot;
import dev.tallyport.domain.usage.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class UsageTableTest {

    private static final LocalDate DAY = LocalDate.parse("2026-01-16");
    private static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");
    private static final Unit ACU = new Unit("ACU");
    private static final Question QUESTION =
            Question.of(
                    new Visibility.Everything(),
                    "acus",
                    new Window.Days(DateRange.of(DAY, DAY.plusDays(2))));

    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    record Asked(Grouping grouping, Answer.Row row) {}

    @Provide
    static Arbitrary<Asked> asked() {
        var dimensions = Arbitraries.of(Dimension.class).set();
        var buckets = Arbitraries.of(Bucket.class).optional();
        var money = Arbitraries.of(MoneyKind.class).optional();
        return Combinators.combine(
                        dimensions, buckets, money, Arbitraries.of(Dimension.class).set())
                .as((divided, bucket, kind, stated) ->
                        new Asked(
                                new Grouping(bucket, divided),
                                new Answer.Row(
                                        bucket.map(UsageTableTest::slot),
                                        groupOf(divided, stated),
                                        Optional.empty(),
                                        new Answer.Measure("acus", kind),
                                        Quantity.of("12.25", ACU))));
    }

    @Property(tries = 200)
    void aRowSaysWhatItSaysOnThePage(@ForAll("asked") Asked asked) {
        var onThePage =
                JSON.<JsonNode>valueToTree(
                        UsageView.Row.of(asked.row(), asked.grouping().dimensions()));

        var inTheFile =
                exported(QUESTION.withGroupings(asked.grouping()), asked.row(), Summary.NONE);

        assertThat(stated(inTheFile.getFirst())).isEqualTo(stated(onThePage));
    }

    @Test
    void besideAnIdStandsItsName() {
        var row =
                new Answer.Row(
                        Optional.empty(),
                        Group.of(Dimension.USER, "email|1").with(Dimension.SOURCE, "acme"),
                        Optional.empty(),
                        new Answer.Measure("acus", Optional.empty()),
                        Quantity.of("3", ACU));
        var names =
                new DisplayNames(
                        List.of(
                                new DisplayNames.Label(
                                        Dimension.USER,
                                        "email|1",
                                        Optional.of(new SourceName("acme")),
                                        "Ada Lovelace")));
        var byPerson = QUESTION.withGroupings(Grouping.by(Dimension.PERSON));

        var line = exported(byPerson, row, names, Summary.NONE).getFirst();

        assertThat(line.toString())
                .isEqualTo(
                        "{\"user\":\"email|1\",\"userName\":\"Ada Lovelace\",\"person\":null,"
                                + "\"personName\":null,\"source\":\"acme\",\"sourceName\":null,"
                                + "\"meter\":\"acus\",\"money\":null,\"quantity\":3,"
                                + "\"unit\":\"ACU\"}");
    }

    @Test
    void theOthersAreCounted() {
        var top =
                new Question(
                        QUESTION.visibility(),
                        Optional.empty(),
                        QUESTION.meters(),
                        QUESTION.window(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Grouping.by(Dimension.USER)),
                        QUESTION.filter(),
                        QUESTION.changes(),
                        QUESTION.order(),
                        Optional.of(1),
                        Optional.empty());
        var others =
                new Answer.Row(
                        Optional.empty(),
                        Group.unstated(),
                        Optional.of(12),
                        new Answer.Measure("acus", Optional.empty()),
                        Quantity.of("3", ACU));

        var row = exported(top, others, Summary.NONE).getFirst();

        assertThat(row.get("others").asInt()).isEqualTo(12);
        assertThat(row.get("user").isNull()).isTrue();
    }

    @Test
    void theSummarySaysWhatWasAskedAndHowFarTheAnswerCanBeReliedOn() {
        var standing =
                new Answer.Standing(
                        new SourceName("acme"),
                        "acus",
                        Optional.of("daily"),
                        Optional.empty(),
                        DateRange.of(DAY, DAY.plusDays(2)),
                        7,
                        Optional.of(NOW),
                        List.of(
                                new Answer.Stretch(DateRange.of(DAY), Settledness.SETTLED),
                                new Answer.Stretch(
                                        DateRange.of(DAY.plusDays(1)), Settledness.MISSING)));
        var silent =
                new Answer.Standing(
                        new SourceName("other"),
                        "acus",
                        Optional.empty(),
                        Optional.of(Answer.Silence.UNDIVIDED),
                        DateRange.of(DAY, DAY.plusDays(2)),
                        0,
                        Optional.empty(),
                        List.of());
        var measure = new Answer.Measure("acus", Optional.empty());
        var answer =
                new Answer(
                        List.of(),
                        List.of(new Answer.Total(measure, Quantity.of("15.25", ACU))),
                        List.of(standing, silent),
                        7,
                        Optional.empty());
        var calendar = BillingCalendar.of(ZoneOffset.ofHours(-8), List.of());
        var summary =
                new UsageSummary(
                        QUESTION,
                        answer,
                        2,
                        new TreeMap<>(Map.of("groupBy", List.of("user", "day"))),
                        Map.of(new SourceName("acme"), new SourceOrigin("Devin", calendar)),
                        NOW);

        var parts = exported(summary.parts());

        assertThat(parts.toString())
                .isEqualTo(
                        "{\"totals\":[{\"meter\":\"acus\",\"money\":null,\"quantity\":15.25,"
                                + "\"unit\":\"ACU\"}],"
                                + "\"question\":[{\"name\":\"groupBy\",\"value\":\"user, day\"}],"
                                + "\"answer\":[{\"from\":\"2026-01-16\",\"to\":\"2026-01-18\","
                                + "\"calendar\":\"source\",\"asKnownOn\":null,\"dataVersion\":7,"
                                + "\"rows\":2,\"exportedAt\":\"2026-02-01T12:00:00Z\"}],"
                                + "\"sources\":[{\"source\":\"acme\",\"meter\":\"acus\","
                                + "\"cut\":\"daily\",\"says\":true,\"silence\":null,"
                                + "\"readAt\":\"2026-02-01T12:00:00Z\",\"from\":\"2026-01-16\","
                                + "\"to\":\"2026-01-18\",\"start\":\"2026-01-16T08:00:00Z\","
                                + "\"end\":\"2026-01-18T08:00:00Z\","
                                + "\"settled\":\"2026-01-16/2026-01-17\",\"provisional\":null,"
                                + "\"missing\":\"2026-01-17/2026-01-18\"},"
                                + "{\"source\":\"other\",\"meter\":\"acus\",\"cut\":null,"
                                + "\"says\":false,\"silence\":\"undivided\",\"readAt\":null,"
                                + "\"from\":\"2026-01-16\",\"to\":\"2026-01-18\",\"start\":null,"
                                + "\"end\":null,\"settled\":null,\"provisional\":null,"
                                + "\"missing\":null}]}");
    }

    private static JsonNode exported(Summary summary) {
        var row =
                new Answer.Row(
                        Optional.empty(),
                        Group.unstated(),
                        Optional.empty(),
                        new Answer.Measure("acus", Optional.empty()),
                        Quantity.of("3", ACU));
        return exported(QUESTION.withGroupings(Grouping.WHOLE), row, summary)
                .getLast()
                .get("summary");
    }

    private static List<JsonNode> exported(Question question, Answer.Row row, Summary summary) {
        return exported(question, row, DisplayNames.NONE, summary);
    }

    private static List<JsonNode> exported(
            Question question, Answer.Row row, DisplayNames names, Summary summary) {
        var out = new ByteArrayOutputStream();
        Export.Rows<Named<Answer.Row>> rows =
                taker -> {
                    taker.accept(new Named<>(row, row.group(), names));
                    return summary;
                };
        try {
            new Export<>("usage", Format.JSON_LINES, UsageTable.of(question), rows).write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8).lines().map(UsageTableTest::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The members that are not null, in their order.
    private static List<String> stated(JsonNode object) {
        return object.properties().stream()
                .filter(member -> !member.getValue().isNull())
                .map(member -> member.getKey() + "=" + member.getValue().asText())
                .toList();
    }

    /// Of more than a day, unless days are told apart.
    private static Slot slot(Bucket bucket) {
        return switch (bucket) {
            case HOUR -> new Slot.Hour(NOW, NOW.plus(Duration.ofHours(1)));
            case DAY -> new Slot.Days(DateRange.of(DAY));
            case WEEK, MONTH, CYCLE -> new Slot.Days(DateRange.of(DAY, DAY.plusDays(7)));
        };
    }

    /// A user who is nobody's is named where persons are told apart.
    private static Group groupOf(Set<Dimension> divided, Set<Dimension> stated) {
        var values = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : stated) {
            if (divided.contains(dimension)) {
                values.put(dimension, "a-" + dimension);
            }
        }
        if (divided.contains(Dimension.PERSON) && !stated.contains(Dimension.PERSON)) {
            values.put(Dimension.USER, "email|1");
            values.put(Dimension.SOURCE, "acme");
        }
        return new Group(values);
    }
}
