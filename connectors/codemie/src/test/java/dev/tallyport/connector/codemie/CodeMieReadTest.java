package dev.tallyport.connector.codemie;

import static dev.tallyport.connector.spi.Dimension.ACTIVITY;
import static dev.tallyport.connector.spi.Dimension.MODEL;
import static dev.tallyport.connector.spi.Dimension.ORGANIZATION;
import static dev.tallyport.connector.spi.Dimension.PRODUCT;
import static dev.tallyport.connector.spi.Dimension.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Interval;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.simulator.codemie.Access;
import dev.tallyport.simulator.codemie.Account;
import dev.tallyport.simulator.codemie.Activity;
import dev.tallyport.simulator.codemie.CodeMieCompany;
import dev.tallyport.simulator.codemie.CodeMieOptions;
import dev.tallyport.simulator.codemie.CodeMieSimulator;
import dev.tallyport.simulator.codemie.Usage;
import dev.tallyport.simulator.codemie.UsageKey;
import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.Sizes;
import dev.tallyport.simulator.http.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against the simulated vendor, whose joint figures are known.
final class CodeMieReadTest {

    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final String TOKEN = "codemie_secret_of_the_test";
    private static final CodeMieOptions.Client PROGRAM =
            new CodeMieOptions.Client("tallyport", "s3cret+of/program");
    private static final BigDecimal CHANGED = new BigDecimal("77.77");

    private final CodeMieCompany company =
            CodeMieCompany.generate(
                    7, NOW, DevinEnterprise.generate(7, NOW, new Sizes(40, 4, 3, 2)));
    private final CodeMieSimulator vendor =
            new CodeMieSimulator(
                    company,
                    CodeMieOptions.of(TOKEN)
                            .withToken("leader", Access.projectAdmin("payments-web"))
                            .withToken("auditor", Access.auditor())
                            .withClient(PROGRAM, Access.admin())
                            .withTokenUses(150));
    private final Vendors vendors =
            new Vendors(InstantSource.fixed(NOW), AddressRule.PUBLIC_AND_PRIVATE, _ -> {});
    private final CodeMieConnector connector = new CodeMieConnector(vendors);
    private final ToyLedger ledger = new ToyLedger();

    @BeforeEach
    void start() throws IOException {
        vendor.start();
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    @Test
    void theFirstReadFindsWhatWasSpentByWhomWhereAndHowToTheLastDigit() {
        read(NOW);

        assertThat(spending()).isEqualTo(truth(company.spending(company.firstDay(), tomorrow())));
        assertThat(spending().keySet())
                .anyMatch(key -> key.get(1).equals(""))
                .anyMatch(key -> key.get(2).equals(""))
                .anyMatch(key -> key.get(2).toString().contains("@"));
        assertThat(ledger.rejects()).isEmpty();
    }

    @Test
    void tokensOfActivitiesAreThoseOfUsersAndProjects() {
        read(NOW);

        var truth = new HashMap<List<Object>, BigDecimal>();
        truth(company.tokens(company.firstDay(), tomorrow()))
                .forEach((key, tokens) -> truth.merge(key.subList(0, 3), tokens, BigDecimal::add));
        assertThat(ledger.held("llm-tokens", USER, ORGANIZATION)).isEqualTo(stripped(truth));
    }

    @Test
    void fourDisjointKindsOfTokensAreThoseOfProjectsByTheTimeTheyWereUsed() {
        read(NOW);

        Map<String, ToLongFunction<Usage>> kinds =
                Map.of(
                        "input-tokens", each -> each.tokens().input(),
                        "cache-read-tokens", each -> each.tokens().cached(),
                        "cache-write-tokens", each -> each.tokens().cacheCreation(),
                        "output-tokens", each -> each.tokens().output());
        kinds.forEach((cut, kind) -> {
            var all = sums(CodeMieReadTest::timeDay, each -> List.of(), kind);
            var byProject = sums(CodeMieReadTest::timeDay, each -> List.of(project(each)), kind);
            byProject.keySet().removeIf(key -> key.get(1).equals(""));
            assertThat(ledger.held(cut, ORGANIZATION)).isEqualTo(byProject);
            assertThat(ledger.held(cut + "-of-all")).isEqualTo(all);
        });
    }

    @Test
    void requestsAreThoseOfModels() {
        read(NOW);

        assertThat(ledger.held("requests", MODEL)).isEqualTo(byModel(each -> !isCli(each)));
        assertThat(ledger.held("cli-requests", MODEL)).isEqualTo(byModel(CodeMieReadTest::isCli));
    }

    @Test
    void activitiesHaveRunsErrorsAndUsers() {
        read(NOW);

        assertThat(ledger.held("messages", ACTIVITY))
                .isEqualTo(
                        sums(
                                Usage::day,
                                each -> List.of(each.name()),
                                each ->
                                        each.activity() == Activity.ASSISTANT
                                                ? each.work().runs()
                                                : 0));
        assertThat(ledger.held("workflow-failures", ACTIVITY))
                .isEqualTo(
                        sums(
                                Usage::day,
                                each -> List.of(each.name()),
                                each ->
                                        each.activity() == Activity.WORKFLOW
                                                ? each.work().failed()
                                                : 0));
        assertThat(ledger.observations())
                .extracting(each -> each.name())
                .contains("assistant-users", "workflow-users", "cli-users", "cli-repositories");
        assertThat(ledger.activities())
                .anySatisfy(each -> {
                    assertThat(each.kind()).isEqualTo(Kind.WORKFLOW);
                    assertThat(each.updated()).isPresent();
                    assertThat(each.figures()).containsKeys("workflow-runs", "cost");
                })
                .anyMatch(each -> each.kind() == Kind.ASSISTANT);
    }

    @Test
    void sessionsAndLinesOfTheCommandLineAreThoseOfUsers() {
        read(NOW);

        assertThat(ledger.held("cli-sessions", USER))
                .isEqualTo(
                        sums(
                                Usage::day,
                                each -> List.of(user(each.user())),
                                each -> each.work().sessions()));
        assertThat(ledger.held("cli-lines-added", USER))
                .isEqualTo(
                        sums(
                                Usage::day,
                                each -> List.of(user(each.user())),
                                each -> each.work().linesAdded()));
    }

    @Test
    void whatTheVendorDeclaresIsKeptBesideThePartsWithItsOwnDifferences() {
        read(NOW);

        var parts = new HashMap<List<Object>, BigDecimal>();
        spending()
                .forEach((key, cost) ->
                        parts.merge(List.of(key.get(0), key.get(3)), cost, BigDecimal::add));
        var declared = ledger.held("cost-by-category", PRODUCT);
        var activities = ledger.held("cost-of-activities");
        var all = ledger.held("cost-of-all");

        assertThat(declared).isNotEqualTo(parts);
        assertThat(total(declared)).isEqualByComparingTo(total(parts));
        assertThat(total(all)).isEqualByComparingTo(total(parts));
        assertThat(total(activities)).isPositive().isLessThan(total(all));
    }

    @Test
    void peopleAreKnownByTheirAccountsOrElseByTheirAddresses() {
        read(NOW);

        var listedByName = account(each -> each.isListedByName() && each.isResolved());
        var former = account(each -> !each.isActive() && each.isResolved());
        assertThat(ledger.entry(listedByName.id()))
                .contains(
                        DirectoryEntry.Person.named(
                                listedByName.id(),
                                Optional.of(listedByName.name()),
                                Optional.empty()));
        assertThat(ledger.entry(former.email()))
                .contains(
                        DirectoryEntry.Person.named(
                                former.email(), Optional.empty(), Optional.of(former.email())));
        assertThat(ledger.directory())
                .contains(new DirectoryEntry.Organization("data-lake", Optional.of("data-lake")))
                .noneMatch(entry -> entry.id().contains("_codemie_"));
    }

    @Test
    void whoLeftKeepsTheAccountThatWasKnown() {
        var former = account(each -> !each.isActive() && each.isResolved());
        var known =
                DirectoryEntry.Person.named(
                        former.id(), Optional.empty(), Optional.of(former.email()));

        connector.read(
                settings(TOKEN), new ReadRequest(NOW, Optional.empty(), List.of(known)), ledger);

        assertThat(spending().keySet())
                .anyMatch(key -> key.get(1).equals(former.id()))
                .noneMatch(key -> key.get(1).equals(former.email()));
    }

    @Test
    void anAccountWhoseAddressContainsTheOneAskedForIsSomebodyElse() {
        var former = account(each -> !each.isActive() && each.isResolved());
        var other = "x" + former.email();
        answerSearches("{\"id\": \"somebody-else\", \"name\": \"" + other + "\"}");
        var known =
                DirectoryEntry.Person.named(
                        "somebody-else", Optional.of("Some Body"), Optional.of(other));

        connector.read(
                settings(TOKEN), new ReadRequest(NOW, Optional.empty(), List.of(known)), ledger);

        assertThat(spending().keySet())
                .anyMatch(key -> key.get(1).equals(former.email()))
                .noneMatch(key -> key.get(1).equals("somebody-else"));
        assertThat(ledger.entry("somebody-else")).isEmpty();
    }

    @Test
    void anAccountThatIsFoundByAnotherAddressKeepsTheOneThatWasKnown() {
        var former = account(each -> !each.isActive() && each.isResolved());
        var shown = former.email().toUpperCase(Locale.ROOT);
        answerSearches("{\"id\": \"" + former.id() + "\", \"name\": \"" + shown + "\"}");
        var known =
                DirectoryEntry.Person.named(
                        former.id(), Optional.empty(), Optional.of("before@example.com"));

        connector.read(
                settings(TOKEN), new ReadRequest(NOW, Optional.empty(), List.of(known)), ledger);

        assertThat(spending().keySet()).anyMatch(key -> key.get(1).equals(former.id()));
        assertThat(ledger.entry(former.id())).contains(known);
    }

    private void answerSearches(String user) {
        vendor.fail(
                path -> path.contains("users?search="),
                Fault.replacedBody("{\"data\": {\"users\": [" + user + "]}}"));
    }

    @Test
    void readingAgainChangesNothing() {
        read(NOW);
        ledger.changes();

        read(NOW);

        assertThat(ledger.changes()).isZero();
    }

    @Test
    void aReadThatWasStoppedAnywhereGoesOnWhereItStopped() {
        var batches = new int[] {0, 0};
        ledger.beforeAccept(() -> {
            if (++batches[0] > batches[1]) {
                throw new IllegalStateException("killed");
            }
        });
        var kills = 0;
        while (isKilled()) {
            kills++;
            batches[0] = 0;
            batches[1] += 9;
        }

        assertThat(kills).isGreaterThan(3);
        assertThat(spending()).isEqualTo(truth(company.spending(company.firstDay(), tomorrow())));
    }

    @Test
    void restatedAndRetractedFiguresAreFollowed() {
        read(NOW);
        var keys = company.spending(YESTERDAY, TODAY).keySet().stream().limit(2).toList();
        company.restate(keys.get(0), CHANGED);
        company.retract(keys.get(1));

        read(NOW);

        assertThat(spending())
                .isEqualTo(truth(company.spending(company.firstDay(), tomorrow())))
                .containsValue(CHANGED);
    }

    @Test
    void aChangeLongAgoIsFollowedWhenItsDayIsAskedForAndNotBefore() {
        read(NOW);
        var day = company.firstDay().plusDays(4);
        var key = company.spending(day, day.plusDays(1)).keySet().iterator().next();
        company.restate(key, CHANGED);

        read(NOW);
        var before = spending();
        connector.read(
                settings(TOKEN),
                new ReadRequest(NOW, Optional.empty(), List.of())
                        .withWindow(
                                new Interval(
                                        Stretch.startOf(day), Stretch.startOf(day.plusDays(1)))),
                ledger);

        assertThat(before).doesNotContainValue(CHANGED);
        assertThat(spending()).containsValue(CHANGED);
        assertThat(spending()).isEqualTo(truth(company.spending(company.firstDay(), tomorrow())));
    }

    @Test
    void tablesDeeperThanTheVendorPagesAreReadInShorterStretches() {
        read(NOW, 2, 8);

        assertThat(spending()).isEqualTo(truth(company.spending(company.firstDay(), tomorrow())));
        assertThat(ledger.isComplete("cost", YESTERDAY)).isTrue();
    }

    @Test
    void whatIsTooDeepInASingleHourIsARejectAndCoversNothing() {
        read(NOW, 1, 1);

        assertThat(ledger.rejects())
                .anySatisfy(
                        reject -> assertThat(reject.reason()).contains("expected at most 1 rows"));
        assertThat(ledger.isComplete("cost", YESTERDAY)).isFalse();
        assertThat(ledger.isComplete("input-tokens", YESTERDAY)).isFalse();
    }

    @Test
    void aMissingPriceIsUnknownAndNotZero() {
        var key = company.spending(YESTERDAY, TODAY).keySet().iterator().next();
        replace(
                "spending/by-users/" + key.category(),
                key.day(),
                """
                {"data": {"columns": [{"id": "user_email"}, {"id": "user_name"},
                        {"id": "total_cost_usd"}, {"id": "shoe_size"}],
                    "rows": [
                        {"user_email": "a@x", "user_name": "a@x", "total_cost_usd": null},
                        {"user_email": "b@x", "user_name": "b@x", "total_cost_usd": "1.50"},
                        {"user_email": "c@x", "user_name": "c@x", "total_cost_usd": "N/A"},
                        {"user_email": "d@x", "user_name": "d@x", "total_cost_usd": 0}]},
                 "pagination": {"has_more": false}}
                """);

        read(NOW);

        var ofDay =
                ledger.held("cost", USER).entrySet().stream()
                        .filter(each -> each.getKey().getFirst().equals(key.day()))
                        .filter(each -> each.getKey().getLast().toString().endsWith("@x"))
                        .toList();
        assertThat(ofDay)
                .singleElement()
                .satisfies(each -> assertThat(each.getKey().getLast()).isEqualTo("b@x"));
        assertThat(ledger.notes()).extracting(Note::part).contains("cost");
    }

    @Test
    void allWordsForAnUnknownModelAreOneAndItsRequestsAdded() {
        replace(
                "llms-usage",
                YESTERDAY,
                """
                {"data": {"columns": [{"id": "model_name"}, {"id": "total_requests"}],
                    "rows": [
                        {"model_name": "unknown", "total_requests": 40},
                        {"model_name": "-", "total_requests": 10},
                        {"model_name": "", "total_requests": 1},
                        {"model_name": "claude", "total_requests": 5}]},
                 "pagination": {"has_more": false}}
                """);

        read(NOW);

        var ofDay = ledger.held("requests", MODEL);
        ofDay.keySet().removeIf(key -> !key.getFirst().equals(YESTERDAY));
        assertThat(ofDay)
                .containsOnly(
                        Map.entry(List.of(YESTERDAY, ""), new BigDecimal("51")),
                        Map.entry(List.of(YESTERDAY, "claude"), new BigDecimal("5")));
    }

    @Test
    void usersOfUnknownAssistantsAreNotObserved() {
        replace(
                "assistants-chats",
                YESTERDAY,
                """
                {"data": {"columns": [{"id": "assistant"}, {"id": "total_chats"},
                        {"id": "total_messages"}, {"id": "total_errors"}, {"id": "unique_users"}],
                    "rows": [
                        {"assistant": "unknown", "total_chats": 1, "total_messages": 30,
                            "total_errors": 0, "unique_users": 3},
                        {"assistant": "-", "total_chats": 1, "total_messages": 7,
                            "total_errors": 0, "unique_users": 2}]},
                 "pagination": {"has_more": false}}
                """);

        read(NOW);

        assertThat(ledger.held("messages", ACTIVITY))
                .containsEntry(List.of(YESTERDAY, ""), new BigDecimal("37"));
        assertThat(ledger.observations())
                .filteredOn(each -> each.name().equals("assistant-users"))
                .isNotEmpty()
                .allMatch(each -> each.dimensions().containsKey(ACTIVITY));
    }

    @Test
    void moreAssistantsThanTheVendorListsAreARejectAndNotAllThereAre() {
        read(NOW);
        var before = ledger.held("messages", ACTIVITY);
        var row =
                "{\"assistant\": \"x\", \"total_chats\": 1, \"total_messages\": 1, \"total_errors\": 0}";
        replace(
                "assistants-chats",
                YESTERDAY,
                """
                {"data": {"columns": [{"id": "assistant"}, {"id": "total_chats"},
                        {"id": "total_messages"}, {"id": "total_errors"}],
                    "rows": [%s]},
                 "pagination": {"has_more": false}}
                """
                        .formatted(String.join(",", Collections.nCopies(1000, row))));

        read(NOW);

        assertThat(ledger.held("messages", ACTIVITY)).isEqualTo(before);
        assertThat(ledger.rejects())
                .anySatisfy(reject ->
                        assertThat(reject.reason()).contains("expected at most 999 rows"));
    }

    @Test
    void anEmptyPageBeforeMoreIsARejectAndKeepsWhatWasKnown() {
        assertKeepsRequestsOfYesterday("[]", ", \"pagination\": {\"has_more\": true}");
    }

    @Test
    void aFullPageThatDoesNotSayWhetherThereAreMoreIsARejectAndKeepsWhatWasKnown() {
        var row = "{\"model_name\": \"claude\", \"total_requests\": 1}";
        assertKeepsRequestsOfYesterday(Collections.nCopies(1000, row).toString(), "");
    }

    private void assertKeepsRequestsOfYesterday(String rows, String pagination) {
        read(NOW);
        var before = ledger.held("requests", MODEL);
        replace(
                "llms-usage",
                YESTERDAY,
                """
                {"data": {"columns": [{"id": "model_name"}, {"id": "total_requests"}],
                    "rows": %s}%s}
                """
                        .formatted(rows, pagination));

        read(NOW);

        assertThat(ledger.held("requests", MODEL)).isEqualTo(before);
        assertThat(ledger.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.request()).contains("llms-usage"));
    }

    @Test
    void aMissingColumnIsNamedAndKeepsWhatWasKnown() {
        read(NOW);
        var before = ledger.held("cost", USER, ORGANIZATION, PRODUCT);
        replace(
                "spending/by-users/cli",
                YESTERDAY,
                """
                {"data": {"columns": [{"id": "user_name"}, {"id": "cost"}],
                    "rows": [{"user_name": "a@x", "cost": 3}]},
                 "pagination": {"has_more": false}}
                """);

        read(NOW);

        assertThat(ledger.held("cost", USER, ORGANIZATION, PRODUCT)).isEqualTo(before);
        assertThat(ledger.rejects())
                .anySatisfy(reject -> {
                    assertThat(reject.path()).isEqualTo("$.data.columns");
                    assertThat(reject.reason()).contains("'total_cost_usd'");
                    assertThat(reject.request()).contains("by-users/cli").doesNotContain(TOKEN);
                });
    }

    @Test
    void aDayThatCannotBeReadIsReportedAndTheOthersAreRead() {
        vendor.fail(
                path -> path.contains("users-activity") && path.contains(startOf(YESTERDAY)),
                Fault.replacedBody("[1, 2"));

        assertThatThrownBy(() -> read(NOW))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> {
                            assertThat(failure.kind())
                                    .isEqualTo(ConnectorException.Kind.MALFORMED_RESPONSE);
                            assertThat(failure).hasMessageContaining("1 days");
                        });

        var truth = truth(company.spending(company.firstDay(), tomorrow()));
        truth.keySet().removeIf(key -> key.getFirst().equals(YESTERDAY));
        assertThat(spending()).isEqualTo(truth);
        assertThat(ledger.isComplete("cost", YESTERDAY)).isFalse();
        assertThat(ledger.isComplete("cost", YESTERDAY.minusDays(1))).isTrue();
    }

    @Test
    void aDayWhoseTotalsMoveMeanwhileIsNotComplete() {
        var key = company.spending(YESTERDAY, TODAY).keySet().iterator().next();
        vendor.fail(
                path -> {
                    if (path.contains("cli-summary") && path.contains(startOf(YESTERDAY))) {
                        company.restate(key, CHANGED);
                    }
                    return false;
                },
                Fault.status(500));

        read(NOW);

        assertThat(ledger.isComplete("cost", YESTERDAY)).isFalse();
        assertThat(ledger.isComplete("cost", YESTERDAY.minusDays(1))).isTrue();
    }

    @Test
    void anAccountThatDoesNotSeeEverybodyIsAnErrorAndNotLowUsage() {
        assertThatThrownBy(() ->
                        connector.read(
                                settings("leader"),
                                new ReadRequest(NOW, Optional.empty(), List.of()),
                                ledger))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure -> {
                            assertThat(failure.kind())
                                    .isEqualTo(ConnectorException.Kind.MISCONFIGURED);
                            assertThat(failure).hasMessageContaining("Admin or Auditor");
                        });
        assertThat(spending()).isEmpty();
    }

    @Test
    void rightsThatAreLostMeanwhileAreNoticedInTheAnswers() {
        vendor.fail(
                path -> path.endsWith("/v1/user"),
                Fault.replacedBody("{\"user_id\": \"x\", \"is_admin\": true}"));

        assertThatThrownBy(() ->
                        connector.read(
                                settings("leader"),
                                new ReadRequest(NOW, Optional.empty(), List.of()),
                                ledger))
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        failure ->
                                assertThat(failure.kind())
                                        .isEqualTo(ConnectorException.Kind.MISCONFIGURED));
        assertThat(spending()).isEmpty();
    }

    @Test
    void anAuditorReadsEverything() {
        connector.read(
                settings("auditor"), new ReadRequest(NOW, Optional.empty(), List.of()), ledger);

        assertThat(spending()).isEqualTo(truth(company.spending(company.firstDay(), tomorrow())));
    }

    @Test
    void aProgramThatAsksForTokensReadsOnWhenOneRunsOut() {
        connector.read(
                program(PROGRAM.secret()),
                new ReadRequest(NOW, Optional.empty(), List.of()),
                ledger);

        assertThat(spending()).isEqualTo(truth(company.spending(company.firstDay(), tomorrow())));
        assertThat(vendor.requestsTo(path -> path.endsWith("/token"))).isGreaterThan(5);
    }

    @Test
    void aCheckTellsWhatIsWrong() {
        assertThat(connector.check(settings(TOKEN))).isEqualTo(new CheckResult.Ok());
        assertThat(connector.check(program(PROGRAM.secret()))).isEqualTo(new CheckResult.Ok());
        assertMisconfigured(settings("nobody"), "token");
        assertMisconfigured(settings("leader"), "token");
        assertMisconfigured(program("wrong"), "client-secret");
        assertMisconfigured(
                program(vendor.tokenUri() + "/elsewhere", PROGRAM.secret()), "token-url");
        assertMisconfigured(
                new Settings(Map.of("base-url", vendor.baseUri() + "/other", "token", TOKEN)),
                "base-url");
        vendor.fail(path -> path.contains("/summaries"), Fault.replacedBody("{\"data\": 3}"));
        assertThat(connector.check(settings(TOKEN))).isInstanceOf(CheckResult.Unavailable.class);
    }

    private void assertMisconfigured(Settings settings, String key) {
        assertThat(connector.check(settings))
                .isInstanceOfSatisfying(
                        CheckResult.Misconfigured.class,
                        wrong -> {
                            assertThat(wrong.key()).isEqualTo(key);
                            assertThat(wrong.reason()).doesNotContain(TOKEN, PROGRAM.secret());
                        });
    }

    @Test
    void budgetsOfRecentUsersAreObserved() {
        read(NOW);

        assertThat(ledger.observations())
                .filteredOn(each -> each.name().equals("budget-limit"))
                .anySatisfy(each -> {
                    assertThat(each.dimensions()).containsEntry(PRODUCT, "platform");
                    assertThat(each.value()).isEqualByComparingTo("100");
                    assertThat(each.word()).contains("2026-12-01T00:00:00Z");
                })
                .anySatisfy(each -> {
                    assertThat(each.dimensions()).containsKey(ORGANIZATION);
                    assertThat(each.value()).isEqualByComparingTo("500");
                })
                .noneMatch(each -> "cli".equals(each.dimensions().get(PRODUCT)));
    }

    @Test
    void budgetsThatTheInstallationDoesNotKeepAreNoted() {
        vendor.fail(path -> path.contains("budget_usage"), Fault.status(400));

        read(NOW);

        assertThat(ledger.notes()).extracting(Note::part).contains("budgets");
        assertThat(spending()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void passingFaultsAreOvercome(int status) {
        vendor.failNext(2, path -> path.contains("projects-spending"), Fault.status(status));

        read(NOW);

        assertThat(spending()).isEqualTo(truth(company.spending(company.firstDay(), tomorrow())));
    }

    @Test
    void nothingIsAskedOfTheFutureOrOfAnOpenEnd() {
        read(NOW);

        assertThat(vendor.requestsTo(path -> path.contains("end_date=2026-11-21"))).isZero();
        assertThat(
                        vendor.requestsTo(
                                path -> path.contains("start_date") && !path.contains("end_date")))
                .isZero();
        assertThat(
                        vendor.requestsTo(path ->
                                path.contains(startOf(TODAY) + "&end_date=2026-11-20T19:55:00Z")))
                .isPositive();
    }

    private boolean isKilled() {
        try {
            read(NOW);
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    private void read(Instant now) {
        connector.read(
                settings(TOKEN),
                new ReadRequest(now, Optional.empty(), ledger.directory()),
                ledger);
    }

    /// With a vendor that pages less deep than it does.
    private void read(Instant now, int pageSize, int deepestItem) {
        var settings = CodeMieSettings.of(settings(TOKEN));
        try (var api = vendors.open(settings.endpoint())) {
            new CodeMieRead(
                            new CodeMieApi(api, pageSize, deepestItem),
                            8,
                            settings.history(),
                            new ReadRequest(now, Optional.empty(), List.of()),
                            ledger)
                    .read();
        }
    }

    private Settings settings(String token) {
        return new Settings(Map.of("base-url", vendor.apiUri().toString(), "token", token));
    }

    private Settings program(String secret) {
        return program(vendor.tokenUri().toString(), secret);
    }

    private Settings program(String tokenUrl, String secret) {
        return new Settings(
                Map.of(
                        "base-url",
                        vendor.apiUri().toString(),
                        "token-url",
                        tokenUrl,
                        "client-id",
                        PROGRAM.id(),
                        "client-secret",
                        secret));
    }

    private void replace(String table, LocalDate day, String answer) {
        vendor.fail(
                path ->
                        path.contains(table)
                                && path.contains(startOf(day))
                                && !path.contains("projects="),
                Fault.replacedBody(answer));
    }

    private static String startOf(LocalDate day) {
        return "start_date=" + Stretch.startOf(day);
    }

    private static LocalDate tomorrow() {
        return TODAY.plusDays(1);
    }

    private Map<List<Object>, BigDecimal> spending() {
        return ledger.held("cost", USER, ORGANIZATION, PRODUCT);
    }

    /// As a connector can know it.
    private Map<List<Object>, BigDecimal> truth(Map<UsageKey, BigDecimal> stated) {
        var truth = new HashMap<List<Object>, BigDecimal>();
        stated.forEach((key, quantity) ->
                truth.merge(
                        List.of(
                                key.day(),
                                user(key.user()),
                                project(key.project()),
                                key.category()),
                        quantity,
                        BigDecimal::add));
        return stripped(truth);
    }

    private Map<List<Object>, BigDecimal> sums(
            Function<Usage, LocalDate> day,
            Function<Usage, List<Object>> names,
            ToLongFunction<Usage> measure) {
        var sums = new HashMap<List<Object>, BigDecimal>();
        for (var each : company.usage(company.firstDay(), tomorrow())) {
            var key = new ArrayList<Object>(List.of(day.apply(each)));
            key.addAll(names.apply(each));
            sums.merge(key, BigDecimal.valueOf(measure.applyAsLong(each)), BigDecimal::add);
        }
        return stripped(sums);
    }

    private Map<List<Object>, BigDecimal> byModel(Predicate<Usage> which) {
        return sums(
                Usage::day,
                each -> List.of(each.model()),
                each -> which.test(each) ? each.work().runs() : 0);
    }

    private static Map<List<Object>, BigDecimal> stripped(Map<List<Object>, BigDecimal> sums) {
        sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
        sums.values().removeIf(sum -> sum.signum() == 0);
        return sums;
    }

    private static BigDecimal total(Map<List<Object>, BigDecimal> figures) {
        return figures.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Account account(Predicate<Account> which) {
        return company.accounts().stream()
                .filter(which)
                .filter(each ->
                        company.usage(company.firstDay(), tomorrow()).stream()
                                .anyMatch(usage -> usage.user().equals(each.id())))
                .findFirst()
                .orElseThrow();
    }

    private String user(String id) {
        return company.account(id)
                .map(each -> CodeMieFixture.isKnownById(each) ? each.id() : each.email())
                .orElse("");
    }

    private static String project(Usage usage) {
        return project(usage.project());
    }

    private static String project(@Nullable String name) {
        return name == null || name.equals("-") ? "" : name;
    }

    private static boolean isCli(Usage usage) {
        return usage.activity() == Activity.CLI;
    }

    private static LocalDate timeDay(Usage usage) {
        return LocalDate.ofInstant(usage.time(), ZoneOffset.UTC);
    }
}
