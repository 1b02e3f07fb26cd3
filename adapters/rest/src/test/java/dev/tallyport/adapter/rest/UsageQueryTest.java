package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.Connector;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageQueryTest {

    @Test
    void nothingSaidIsEverythingInOneFigure() {
        var asked = asked(Map.of());

        assertThat(asked.meters()).containsExactly("acus");
        assertThat(asked.grouping()).isEqualTo(Grouping.WHOLE);
        assertThat(asked.filter()).isEqualTo(Filter.ALL);
        assertThat(asked.connectors()).isEmpty();
        assertThat(asked.asKnownOn()).isEmpty();
    }

    @Test
    void listsAreRepeatedOrJoinedByCommas() {
        var asked =
                asked(
                        Map.of(
                                "groupBy", List.of("day,user", "product"),
                                "user", List.of("email|1, email|2", "email|3"),
                                "connector", List.of("vendor")));

        assertThat(asked.grouping())
                .isEqualTo(
                        new Grouping(
                                Optional.of(Bucket.DAY),
                                Set.of(Dimension.USER, Dimension.PRODUCT)));
        assertThat(asked.filter())
                .isEqualTo(
                        Filter.ALL.withOnly(
                                Dimension.USER, Set.of("email|1", "email|2", "email|3")));
        assertThat(asked.connectors()).contains(Set.of("vendor"));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        var sent =
                Map.of(
                        "groupby", List.of("day"),
                        "groupBy", List.of("day,users"),
                        "from", List.of("yesterday"),
                        "to", List.of("2026-01-01", "2026-01-02"),
                        "meter", List.of("beer"),
                        "user", List.of(" , "),
                        "connector", List.of("nobody"),
                        "bucket", List.of("year"),
                        "top", List.of("0"),
                        "asKnownOn", List.of("2026-01-01"));

        var refused = catchThrowableOfType(ProblemException.class, () -> asked(sent));

        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().violations())
                .extracting(Violation::parameter)
                .containsExactlyInAnyOrder(
                        "groupby",
                        "groupBy",
                        "from",
                        "to",
                        "meter",
                        "user",
                        "connector",
                        "bucket",
                        "top",
                        "asKnownOn");
    }

    @Test
    void aDocumentAsksAsParametersDoButForCommas() {
        var document =
                """
                {"groupBy": ["day", "user"], "user": ["okta|One, Inc.|1"], "top": 3}
                """;
        var query = Query.ofDocument(document.getBytes(StandardCharsets.UTF_8), UsageQuery.PAGED);

        var asked = UsageQuery.of(query, List.of(new AnyVendor()));

        query.requireValid();
        assertThat(asked.filter())
                .isEqualTo(Filter.ALL.withOnly(Dimension.USER, Set.of("okta|One, Inc.|1")));
        assertThat(asked.top()).contains(3);
    }

    @Test
    void whatIsWrongWithADocumentIsNamedByItsMember() {
        var query =
                Query.ofDocument(
                        "{\"bucket\": \"year\"}".getBytes(StandardCharsets.UTF_8),
                        UsageQuery.PAGED);
        UsageQuery.of(query, List.of(new AnyVendor()));

        var refused = catchThrowableOfType(ProblemException.class, query::requireValid);

        assertThat(refused.problem().violations())
                .extracting(Violation::member)
                .containsExactly("bucket");
    }

    private static UsageQuery asked(Map<String, List<String>> sent) {
        var query = Query.of(sent, UsageQuery.PAGED);
        var asked = UsageQuery.of(query, List.of(new AnyVendor()));
        query.requireValid();
        return asked;
    }

    private static final class AnyVendor implements Connector {

        @Override
        public ConnectorDescriptor descriptor() {
            return new ConnectorDescriptor(
                    "vendor",
                    "Vendor",
                    List.of(),
                    List.of(new Cut("daily", "acus", "ACU", Set.of(), Optional.empty())),
                    ZoneOffset.UTC,
                    Duration.ofDays(2));
        }

        @Override
        public CheckResult check(Settings settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void read(Settings settings, ReadRequest request, Sink sink) {
            throw new UnsupportedOperationException();
        }
    }
}
