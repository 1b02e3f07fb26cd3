package dev.tallyport.simulator.devin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.simulator.http.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SessionsTest {

    private static final Instant AS_OF = Instant.parse("2026-06-18T20:00:00Z");
    private static final String SESSIONS = "/v3/enterprise/sessions";
    private static final String METRICS = "/v3/enterprise/metrics/";

    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(5, AS_OF, Sizes.standard().withPeople(40).withCycles(2));
    private final DevinSimulator simulator =
            new DevinSimulator(enterprise, SimulatorOptions.of("cog_full"));
    private final Client client = Client.of(simulator, "cog_full");

    @BeforeEach
    void start() throws IOException {
        simulator.start();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void sessionsOfADayAddUpToTheUsageOfThatDay() {
        var usage = new HashMap<UsageKey, BigDecimal>(enterprise.truth(enterprise.history()));
        usage.keySet().removeIf(key -> !key.product().equals("devin"));

        var sums = new HashMap<UsageKey, BigDecimal>();
        for (var session : enterprise.sessions()) {
            session.acus()
                    .forEach((day, acus) ->
                            sums.merge(
                                    new UsageKey(
                                            day, session.owner(), session.organization(), "devin"),
                                    acus,
                                    BigDecimal::add));
        }
        sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
        assertThat(sums).isNotEmpty().isEqualTo(usage);
    }

    @Test
    void sameSeedGivesTheSameSessions() {
        var again =
                DevinEnterprise.generate(5, AS_OF, Sizes.standard().withPeople(40).withCycles(2));

        assertThat(again.sessions()).isEqualTo(enterprise.sessions());
        assertThat(again.searches()).isNotEmpty().isEqualTo(enterprise.searches());
    }

    @Test
    void sessionsDifferInEverythingThatIsDocumented() {
        var sessions = enterprise.sessions();

        assertThat(sessions)
                .extracting(Session::status)
                .contains("exit", "error", "suspended", "running");
        assertThat(sessions)
                .extracting(session -> session.labels().origin())
                .contains("slack")
                .containsNull();
        assertThat(sessions)
                .extracting(session -> session.labels().category())
                .contains("bug_fixing")
                .containsNull();
        assertThat(sessions).extracting(Session::size).contains("xs", "s", "m", "l", "xl");
        assertThat(sessions)
                .anyMatch(session -> session.acus().size() > 1)
                .anyMatch(session -> session.parent() != null)
                .anyMatch(session -> !session.children().isEmpty())
                .anyMatch(Session::isOfServiceUser)
                .anyMatch(session -> session.labels().structuredOutput() != null)
                .allMatch(session -> !session.updated().isBefore(session.created()))
                .allMatch(session -> !session.updated().isAfter(AS_OF));
        assertThat(sessions.stream().flatMap(session -> session.pullRequests().stream()))
                .extracting(PullRequest::state)
                .contains("open", "closed", "merged")
                .containsNull();
    }

    @Test
    void listIsWholeAndNewestFirst() throws Exception {
        var listed = client.pages(SESSIONS, 150);

        assertThat(listed)
                .extracting(item -> item.get("session_id").asText())
                .containsExactlyElementsOf(
                        enterprise.sessions().stream().map(Session::id).toList());
        assertThat(listed)
                .isSortedAccordingTo((one, other) ->
                        Long.compare(
                                other.get("created_at").asLong(), one.get("created_at").asLong()));
    }

    @Test
    void windowsAreHalfOpenAndTimesOfOtherListsMeanNothing() throws Exception {
        var session = enterprise.sessions().get(30);
        long updated = session.updated().getEpochSecond();

        assertThat(idsUpdated(updated, updated + 1)).contains(session.id());
        assertThat(idsUpdated(updated - 9, updated)).doesNotContain(session.id());
        assertThat(client.json(SESSIONS + "?time_after=1&time_before=2").get("total").asInt())
                .isEqualTo(enterprise.sessions().size());
    }

    @Test
    void filtersRestrictTheList() throws Exception {
        var session = one(each -> !each.pullRequests().isEmpty() && !each.isOfServiceUser());
        var bare = session.id().substring("devin-".length());
        var person = Client.encoded(session.owner());
        var repository = Client.encoded(session.pullRequests().getFirst().repository());

        assertThat(ids("?session_ids=" + bare)).containsExactly(session.id());
        assertThat(ids("?user_ids=" + person + "&repo_names=" + repository))
                .contains(session.id())
                .hasSizeLessThan(enterprise.sessions().size());
        assertThat(ids("?org_ids=org-x")).isEmpty();
        assertThat(client.json(SESSIONS + "/" + bare).get("session_id").asText())
                .isEqualTo(session.id());
        assertThat(client.send(SESSIONS + "/devin-x").statusCode()).isEqualTo(404);
    }

    @Test
    void insightsAddMessagesAndSize() throws Exception {
        var session = enterprise.sessions().getFirst();

        var insights = client.json(SESSIONS + "/insights?first=1").get("items").get(0);

        assertThat(insights.get("session_id").asText()).isEqualTo(session.id());
        assertThat(insights.get("session_size").asText()).isEqualTo(session.size());
        assertThat(insights.get("num_user_messages").asInt()).isEqualTo(session.userMessages());
        assertThat(client.json(SESSIONS + "/" + session.id() + "/insights")).isEqualTo(insights);
    }

    @Test
    void seriesOfASessionIsItsUsageByDay() throws Exception {
        var session = one(each -> each.acus().size() > 1);
        var history = enterprise.history();

        var series =
                client.json(
                        "/v3/enterprise/consumption/daily/sessions/%s?time_after=%d&time_before=%d"
                                .formatted(
                                        session.id(),
                                        history.start().getEpochSecond(),
                                        history.end().getEpochSecond()));

        assertThat(series.get("consumption_by_date")).hasSize(session.acus().size());
        assertThat(series.get("total_acus").decimalValue()).isEqualByComparingTo(session.total());
    }

    @Test
    void metricsCountWhatIsListed() throws Exception {
        var cycle = enterprise.currentCycle();
        var window = window(cycle.start(), cycle.end());
        var listed =
                enterprise.sessions().stream()
                        .filter(each -> !each.created().isBefore(cycle.start()))
                        .toList();
        var merged =
                listed.stream()
                        .flatMap(each -> each.pullRequests().stream())
                        .filter(each -> "merged".equals(each.state()))
                        .count();

        var sessions = client.json(METRICS + "sessions" + window);
        var usage = client.json(METRICS + "usage" + window);

        assertThat(sessions.get("sessions_created_count").asInt()).isEqualTo(listed.size());
        assertThat(sum(sessions.get("sessions_created_by_size"))).isEqualTo(listed.size());
        assertThat(usage.get("sessions_count").asInt()).isEqualTo(listed.size());
        assertThat(usage.get("prs_merged_count").asLong()).isEqualTo(merged);
        assertThat(client.json(METRICS + "prs" + window).get("prs_merged_count").asLong())
                .isEqualTo(merged);
        assertThat(client.json(METRICS + "sessions-by-category" + window).get("categories"))
                .isNotEmpty();
        assertThat(client.send(METRICS + "sessions").statusCode()).isEqualTo(422);
    }

    @Test
    void activeUsersOfADayAreThoseWhoDidSomething() throws Exception {
        var start = Instant.parse("2026-06-15T00:00:00Z");
        var end = start.plus(Duration.ofDays(4));
        var busy = new HashSet<String>();
        enterprise.sessions().stream()
                .filter(each -> !each.isOfServiceUser())
                .filter(each -> !each.created().isBefore(end.minus(Duration.ofDays(1))))
                .filter(each -> each.created().isBefore(end))
                .forEach(each -> busy.add(each.owner()));

        var days = client.json(METRICS + "dau" + window(start, end) + "&min_searches=999");

        assertThat(days).hasSize(4);
        assertThat(days.get(3).get("active_users").asInt()).isEqualTo(busy.size());
        assertThat(days.get(0).get("start_time").asLong()).isEqualTo(start.getEpochSecond());
        assertThat(client.json(METRICS + "wau" + window(start, end))).hasSize(1);
        assertThat(client.json(METRICS + "mau" + window(start, end))).hasSize(1);
        assertThat(client.json(METRICS + "active-users" + window(start, end)).get("active_users"))
                .isNotNull();
    }

    @Test
    void queueHoldsWhatWaits() throws Exception {
        var waiting =
                enterprise.sessions().stream()
                        .filter(each ->
                                List.of("new", "claimed", "resuming").contains(each.status()))
                        .count();

        var queue = client.json("/v3/enterprise/queue");

        assertThat(queue.get("queue_size").asLong()).isEqualTo(waiting);
        assertThat(queue.get("status").asText()).isEqualTo("normal");
    }

    @Test
    void changedSessionIsListedAmongTheUpdatedOnes() throws Exception {
        var session = enterprise.sessions().getLast();
        var day = session.acus().firstKey();

        enterprise.put(session.withAcus(day, new BigDecimal("0.25"), AS_OF));

        assertThat(idsUpdated(AS_OF.getEpochSecond(), AS_OF.getEpochSecond() + 1))
                .contains(session.id());
        assertThat(client.json(SESSIONS + "/" + session.id()).get("acus_consumed").decimalValue())
                .isEqualByComparingTo(session.withAcus(day, new BigDecimal("0.25"), AS_OF).total());
    }

    @Test
    void limitsAreToldInBothShapesAndLeftOutWhereThereAreNone() throws Exception {
        var organization = enterprise.organizations().get(1).id();
        var limits = enterprise.limits();
        var path = "/v3beta1/enterprise/organizations/" + organization + "/consumption/acu-limits";

        var older = client.pages("/v3/enterprise/consumption/acu-limits/devin", 100);

        assertThat(older).hasSize(1 + enterprise.organizations().size());
        assertThat(client.json(path))
                .hasToString(
                        "{\"cloud_agent\":{\"cycle_acu_limit\":%d}}"
                                .formatted(limits.cloud().get(organization)));
        enterprise.limit(new AcuLimits(null, Map.of(), Map.of(), Map.of(), null));
        assertThat(client.json(path)).isEmpty();
        assertThat(client.json("/v3beta1/enterprise/users/consumption/acu-limits")).isEmpty();
        assertThat(client.pages("/v3/enterprise/consumption/acu-limits/devin", 100)).isEmpty();
    }

    @Test
    void groupsAndRolesAreTold() throws Exception {
        var member =
                enterprise.people(Standing.MEMBER).stream()
                        .filter(each -> !enterprise.groupsOf(each).isEmpty())
                        .findFirst()
                        .orElseThrow();

        var listed = client.pages("/v3/enterprise/members/idp-users", 5);

        assertThat(listed)
                .filteredOn(item -> item.get("user_id").asText().equals(member.id()))
                .singleElement()
                .extracting(item ->
                        item.get("idp_role_assignments").get(0).get("idp_group_name").asText())
                .isEqualTo(enterprise.groupsOf(member).getFirst().name());
        assertThat(client.pages("/v3/enterprise/members/idp-groups", 5))
                .hasSize(enterprise.groups().size());
        assertThat(client.pages("/v3/enterprise/roles", 2)).hasSize(Role.ALL.size());
    }

    @Test
    void auditLogsAreToldByWindowActionAndOrder() throws Exception {
        var path = "/v3/enterprise/audit-logs?first=200&action=add_member";
        var newest = client.json(path).get("items");
        long last = newest.get(0).get("created_at").asLong();

        assertThat(newest).isNotEmpty();
        assertThat(client.json(path + "&order=asc").get("items").get(newest.size() - 1))
                .isEqualTo(newest.get(0));
        assertThat(client.json(path + "&time_before=" + last).get("total").asInt())
                .isLessThan(newest.size());
        assertThat(enterprise.auditEvents())
                .extracting(AuditEvent::action)
                .contains("create_org", "delete_service_user");
    }

    @Test
    void permissionsOfTheKeyDecideByPart() throws Exception {
        enterprise.revoke(Permission.VIEW_ACCOUNT_SESSIONS);

        assertThat(client.send(SESSIONS).statusCode()).isEqualTo(403);
        assertThat(client.send("/v3/enterprise/queue").statusCode()).isEqualTo(200);

        enterprise.grant(Permission.VIEW_ACCOUNT_SESSIONS);
        simulator.fail(path -> path.startsWith("/v3/enterprise/queue"), Fault.status(404));

        assertThat(client.send(SESSIONS).statusCode()).isEqualTo(200);
        assertThat(client.send("/v3/enterprise/queue").statusCode()).isEqualTo(404);
    }

    private Session one(Predicate<Session> which) {
        return enterprise.sessions().stream().filter(which).findFirst().orElseThrow();
    }

    private List<String> idsUpdated(long after, long before) throws Exception {
        return ids("?first=200&updated_after=%d&updated_before=%d".formatted(after, before));
    }

    private List<String> ids(String query) throws Exception {
        return client.json(SESSIONS + query)
                .get("items")
                .valueStream()
                .map(item -> item.get("session_id").asText())
                .toList();
    }

    private static String window(Instant start, Instant end) {
        return "?time_after=%d&time_before=%d"
                .formatted(start.getEpochSecond(), end.getEpochSecond());
    }

    private static int sum(JsonNode counts) {
        return counts.valueStream().mapToInt(JsonNode::asInt).sum();
    }
}
