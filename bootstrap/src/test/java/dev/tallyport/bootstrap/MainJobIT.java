package dev.tallyport.bootstrap;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.simulator.devin.Days;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.DevinSimulator;
import dev.tallyport.simulator.devin.Scope;
import dev.tallyport.simulator.devin.Standing;
import dev.tallyport.simulator.devin.UsageKey;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The main job end to end: a simulated vendor's HTTP, a real PostgreSQL, Tallyport's HTTP.
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class MainJobIT {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final InstantSource CLOCK = Clock.systemUTC();
    private static final List<String> TABLES =
            List.of(
                    "fact",
                    "fact_staging",
                    "ledger_version",
                    "usage_by_user_day",
                    "usage_by_organization_day",
                    "usage_by_slot",
                    "occurrence",
                    "covered_day",
                    "comparison",
                    "reject",
                    "billing_cycle",
                    "vendor_user",
                    "vendor_organization",
                    "source_cut",
                    "source");

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    @Inject DataSource dataSource;

    /// Who was listed before a test hid anybody.
    private static final Set<String> LISTED_AT_FIRST = new HashSet<>();

    @BeforeEach
    void syncOnce() {
        if (LISTED_AT_FIRST.isEmpty()) {
            enterprise()
                    .people(Standing.MEMBER)
                    .forEach(person -> LISTED_AT_FIRST.add(person.id()));
            enterprise().serviceUsers(true).forEach(program -> LISTED_AT_FIRST.add(program.id()));
        }
        sync();
    }

    @Test
    void everyUserOrganizationAndTheEnterpriseEqualTheVendor() {
        var paths =
                Stream.concat(
                        Stream.of(""),
                        enterprise().people(Standing.MEMBER).stream()
                                .map(person -> "/" + query(person.id())));
        var windows =
                List.of(
                        "",
                        window(enterprise().cycles().getFirst()),
                        window(enterprise().cycles().get(2)),
                        window(enterprise().history()));
        var organizations = enterprise().organizations();

        var asked =
                paths.flatMap(path -> windowsOf(path, windows))
                        .flatMap(path ->
                                Stream.of(
                                        path,
                                        path
                                                + (path.contains("?") ? "&" : "?")
                                                + "org_ids="
                                                + organizations.getFirst().id()
                                                + ","
                                                + organizations.getLast().id()))
                        .toList();

        assertThat(asked).hasSizeGreaterThan(300);
        for (var path : asked) {
            var ours = ours("/v2/enterprise/consumption/daily" + path);
            var theirs = theirs("/v2/enterprise/consumption/daily" + path);
            assertThat(figures(ours)).as(path).isEqualTo(figures(theirs));
        }
    }

    private static Stream<String> windowsOf(String path, List<String> windows) {
        return windows.stream().map(window -> path + window);
    }

    @Test
    void aServiceUserIsAnsweredByTheSamePath() {
        var program = enterprise().serviceUsers(false).getFirst();

        var answer =
                ours(
                        "/v2/enterprise/consumption/daily/"
                                + query(program.id())
                                + window(enterprise().history()));

        assertThat(answer.get("total_acus").decimalValue())
                .isEqualByComparingTo(
                        enterprise().total(Scope.ofUser(program.id()), enterprise().history()));
    }

    @Test
    void theCyclesAreTheVendorsOwn() {
        assertThat(ours("/v2/enterprise/consumption/cycles"))
                .isEqualTo(theirs("/v2/enterprise/consumption/cycles"));
    }

    @Test
    void usageOfPeopleNeverListedIsExactlyTheResidualPerDayOrganizationAndProduct() {
        assertThat(heldOfNobody()).isEqualTo(residual());
    }

    @Test
    void syncingTwiceMoreWritesNoRow() {
        var before = rows();

        sync();
        sync();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aChangeOfYesterdayIsFollowedAndTheEarlierFigureStaysKnown() {
        var yesterday = enterprise().currentCycle().until().minusDays(1);
        var changed = someFigure(lastDayWithUsage(yesterday));
        var day = new Days(changed.day(), changed.day().plusDays(1));
        var path =
                "/api/v1/usage?groupBy=user&user=%s&from=%s&to=%s"
                        .formatted(query(changed.user()), day.from(), day.until());
        var before = ours(path).at("/total/quantity").decimalValue();
        var then = CLOCK.instant();
        enterprise()
                .restate(
                        changed.day(),
                        changed.user(),
                        changed.organization(),
                        changed.product(),
                        new BigDecimal("123.45"));

        sync();

        var now = ours(path).at("/total/quantity").decimalValue();
        var asKnown = ours(path + "&asKnownOn=" + then).at("/total/quantity").decimalValue();
        var theirs = enterprise().total(Scope.ofUser(changed.user()), day);
        assertThat(now).isEqualByComparingTo(theirs).isNotEqualByComparingTo(before);
        assertThat(asKnown).isEqualByComparingTo(before);
    }

    @Test
    void hidingAMemberMovesTheirUsageNowhere() {
        var hidden = someFigure(lastDayWithUsage(enterprise().history().until())).user();
        var path =
                "/v2/enterprise/consumption/daily/"
                        + query(hidden)
                        + window(enterprise().history());
        var before = figures(ours(path));
        var nobody = heldOfNobody();

        enterprise().hide(hidden);
        sync();
        var afterHiding = figures(ours(path));
        enterprise().purge(hidden);
        sync();

        assertThat(afterHiding).isEqualTo(before);
        assertThat(figures(ours(path))).isEqualTo(before);
        assertThat(heldOfNobody()).isEqualTo(nobody);
    }

    @Test
    void reconciliationShowsWhatIsUnattributed() {
        var shown =
                ours(
                        "/api/v1/reconciliation?source=acme&from=%s&to=%s&onlyDifferences=true"
                                .formatted(
                                        enterprise().history().from(),
                                        enterprise().history().until()));

        assertThat(shown.toString()).contains("unattributed").doesNotContain("exceeded");
    }

    private DevinEnterprise enterprise() {
        return vendor.enterprise();
    }

    /// Usage of nobody known, as held.
    private Map<List<Object>, BigDecimal> heldOfNobody() {
        var history = enterprise().history();
        var answer =
                ours(
                        "/api/v1/usage?groupBy=day,user,organization,product&from=%s&to=%s"
                                .formatted(history.from(), history.until()));
        var held = new HashMap<List<Object>, BigDecimal>();
        for (var row : answer.get("rows")) {
            if (row.get("user").isNull()) {
                held.put(
                        List.of(
                                LocalDate.parse(row.get("day").asText()),
                                row.get("organization").asText(""),
                                row.get("product").asText("")),
                        row.get("quantity").decimalValue().stripTrailingZeros());
            }
        }
        return held;
    }

    private Map<List<Object>, BigDecimal> residual() {
        var residual = new HashMap<List<Object>, BigDecimal>();
        enterprise()
                .residual(enterprise().history(), LISTED_AT_FIRST::contains)
                .forEach((key, acus) ->
                        residual.merge(
                                List.of(
                                        key.day(),
                                        key.organization() == null ? "" : key.organization(),
                                        key.product()),
                                acus.stripTrailingZeros(),
                                BigDecimal::add));
        residual.replaceAll((_, acus) -> acus.stripTrailingZeros());
        return residual;
    }

    private record Figure(LocalDate day, String user, String organization, String product) {}

    private Figure someFigure(LocalDate day) {
        return joint(day)
                .map(key ->
                        new Figure(
                                key.day(),
                                String.valueOf(key.user()),
                                String.valueOf(key.organization()),
                                key.product()))
                .min(Comparator.comparing(Figure::user).thenComparing(Figure::product))
                .orElseThrow();
    }

    private Stream<UsageKey> joint(LocalDate day) {
        return enterprise().truth(new Days(day, day.plusDays(1))).keySet().stream()
                .filter(key -> key.user() != null && key.organization() != null)
                .filter(key ->
                        enterprise().people(Standing.MEMBER).stream()
                                .anyMatch(person -> person.id().equals(key.user())));
    }

    private LocalDate lastDayWithUsage(LocalDate before) {
        var day = before.minusDays(1);
        while (joint(day).findAny().isEmpty()) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static String window(Days days) {
        return "?start_date=" + days.start() + "&end_date=" + days.end();
    }

    private static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Whom usage is by differs: the vendor's second generation names people that are listed
    /// nowhere, and leaves out service users.
    private static Map<String, Object> figures(JsonNode answer) {
        var figures = new TreeMap<String, Object>();
        for (var member : answer.properties()) {
            if (member.getValue().isObject()) {
                figures.put(member.getKey(), figures(member.getValue()));
            } else {
                figures.put(member.getKey(), member.getValue().decimalValue().stripTrailingZeros());
            }
        }
        figures.remove("consumption_by_user");
        return figures;
    }

    private JsonNode ours(String path) {
        return get(given().header("Authorization", "Bearer " + EmbeddedDatabaseResource.KEY), path);
    }

    private JsonNode theirs(String path) {
        return get(
                given().baseUri(vendor.baseUri().toString())
                        .port(vendor.baseUri().getPort())
                        .header("Authorization", "Bearer " + SampleVendor.VENDOR_KEY),
                path);
    }

    private static JsonNode get(RequestSpecification request, String path) {
        var answer = request.urlEncodingEnabled(false).get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.asString()).isEqualTo(200);
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(path, e);
        }
    }

    private void sync() {
        var started = CLOCK.instant();
        awaitIdle(Instant.EPOCH);
        given().header("Authorization", "Bearer " + EmbeddedDatabaseResource.KEY)
                .post("/api/v1/sources/acme/sync")
                .then()
                .statusCode(202);
        awaitIdle(started);
    }

    private void awaitIdle(Instant completedSince) {
        var until = CLOCK.instant().plusSeconds(120);
        while (CLOCK.instant().isBefore(until)) {
            var state = ours("/api/v1/sources/acme");
            assertThat(state.path("failures").asInt()).as(state.toString()).isZero();
            var complete = state.path("lastCompleteAt").asText("");
            if (state.path("progress").isNull()
                    && !complete.isEmpty()
                    && !complete.equals("null")
                    && !Instant.parse(complete).isBefore(completedSince)) {
                return;
            }
            pause();
        }
        throw new AssertionError("the sync did not end in time");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                try (var result = statement.executeQuery("select count(*) from " + table)) {
                    result.next();
                    rows.put(table, result.getLong(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
