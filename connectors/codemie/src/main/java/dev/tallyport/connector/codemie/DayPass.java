package dev.tallyport.connector.codemie;

import dev.tallyport.connector.http.Concurrently;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads one day whole: everybody's figures, then those of each project, so that who used what
/// where is known from the vendor's own tables alone.
final class DayPass {

    static final String SUMMARIES = "summaries";
    private static final String CLI_SUMMARY = "cli-summary";
    private static final String PLATFORM = "spending/by-users/platform";
    private static final String CLI = "spending/by-users/cli";
    private static final String ACTIVITY = "users-activity";
    private static final String PROJECTS_SPENDING = "projects-spending";
    private static final String PROJECTS_ACTIVITY = "projects-activity";
    private static final String MODELS = "llms-usage";
    private static final String CLI_MODELS = "cli-llms";
    static final String CHATS = "assistants-chats";
    static final String WORKFLOWS = "workflows";
    private static final String CLI_USERS = "cli-insights-users";

    private static final String COST = "total_cost_usd";
    private static final String EMAIL = "user_email";
    private static final String USER_NAME = "user_name";
    private static final String PROJECT_NAME = "project_name";
    private static final String TOKENS = "llm_tokens";

    private static final List<String> TABLES =
            List.of(
                    PLATFORM,
                    CLI,
                    ACTIVITY,
                    PROJECTS_SPENDING,
                    PROJECTS_ACTIVITY,
                    MODELS,
                    CLI_MODELS,
                    CHATS,
                    WORKFLOWS,
                    CLI_USERS);

    /// What summaries must not change in while a day is read.
    private static final List<String> DECLARED =
            Stream.concat(
                            Stream.of("platform_cost", "cli_cost", "total_money_spent"),
                            CodeMieCuts.KINDS.stream().map(CodeMieCuts.TokenCuts::metric))
                    .toList();

    /// Of a user's figure, what is left over below this part of it is rounding.
    private static final int ROUNDING_DIGITS = 12;

    private final CodeMieApi api;
    private final int concurrency;
    private final Stretch stretch;
    private final Instant now;
    private final Directory directory;
    private final DayFacts facts;
    private final Map<String, Reading<Table>> tables = new HashMap<>();
    private final Set<String> users = new TreeSet<>();
    private boolean hasUnpriced;

    DayPass(CodeMieApi api, int concurrency, LocalDate day, Instant now, Directory directory) {
        this.api = api;
        this.concurrency = concurrency;
        this.stretch = Stretch.of(day, now);
        this.now = now;
        this.directory = directory;
        this.facts = new DayFacts(day);
    }

    /// What one project has of the day.
    private record ProjectParts(
            String project,
            Reading<Table> platform,
            Reading<Table> cli,
            Reading<Table> activity,
            Reading<Summary> summary) {}

    /// Hands over what was understood of the day.
    void read(Sink sink) {
        var before = summary(SUMMARIES);
        readTables();
        directory.meet(namesOfPeople());
        var projects = Concurrently.map(concurrency, projects(), this::readProject);
        addCost(projects);
        addTokens(projects);
        addRequests(CodeMieCuts.REQUESTS, MODELS);
        addRequests(CodeMieCuts.CLI_REQUESTS, CLI_MODELS);
        addChats();
        addWorkflows();
        addCli();
        var after = summary(SUMMARIES);
        addKindsOfTokens(projects, after);
        addDeclaredCost(after);
        facts.handOver(sink, directory, agree(before, after));
    }

    /// The ids of those who used anything.
    Set<String> users() {
        return users;
    }

    /// Whether the vendor states no price for some of the usage.
    boolean hasUnpriced() {
        return hasUnpriced;
    }

    private void readTables() {
        var readings = Concurrently.map(concurrency, TABLES, this::readTable);
        for (int index = 0; index < TABLES.size(); index++) {
            tables.put(TABLES.get(index), readings.get(index));
        }
    }

    /// Tables go by the time when usage was told of, summaries by when it was. So that no project
    /// is missed, those of latecomers are asked for as well.
    private Reading<Table> readTable(String name) {
        return switch (name) {
            case CHATS, WORKFLOWS, CLI_USERS -> api.whole(name, stretch);
            case PROJECTS_SPENDING, PROJECTS_ACTIVITY ->
                    api.additive(name, stretch.withLatecomers(now), Optional.empty());
            default -> api.additive(name, stretch, Optional.empty());
        };
    }

    private Table table(String name) {
        return Objects.requireNonNull(tables.get(name)).orThrow();
    }

    private Reading<Summary> summary(String name) {
        return api.summary(name, stretch, Optional.empty());
    }

    private ProjectParts readProject(String project) {
        var only = Optional.of(project);
        return new ProjectParts(
                project,
                api.additive(PLATFORM, stretch, only),
                api.additive(CLI, stretch, only),
                api.additive(ACTIVITY, stretch, only),
                api.summary(SUMMARIES, stretch, only));
    }

    private Set<String> namesOfPeople() {
        var names = new TreeSet<String>();
        Map.of(PLATFORM, EMAIL, CLI, USER_NAME, ACTIVITY, EMAIL, CLI_USERS, USER_NAME)
                .forEach((table, column) ->
                        Reading.of(() -> table(table).names(column))
                                .ifUnderstood()
                                .ifPresent(names::addAll));
        return names;
    }

    /// What tables name as a project may also be somebody who has none; the parts of that are
    /// empty.
    private List<String> projects() {
        var names = new TreeSet<String>();
        for (var table : List.of(PROJECTS_SPENDING, PROJECTS_ACTIVITY)) {
            Reading.of(() -> table(table).names(PROJECT_NAME))
                    .ifUnderstood()
                    .ifPresent(names::addAll);
        }
        return names.stream()
                .filter(name -> !Names.isNobody(name) && Names.withoutBudget(name).equals(name))
                .filter(this::canBeAskedFor)
                .toList();
    }

    /// Commas separate the projects of a request.
    private boolean canBeAskedFor(String project) {
        boolean canBe = Names.isUsable(project) && project.indexOf(',') < 0;
        if (!canBe) {
            facts.reject(
                    new Reject(
                            PROJECTS_SPENDING + "?" + stretch.query(),
                            "$.data.rows",
                            "expected names of projects of at most 200 bytes and without a comma,"
                                    + " found another one; its usage counts as tied to none"));
        }
        return canBe;
    }

    private void requireProjects() {
        table(PROJECTS_SPENDING).names(PROJECT_NAME);
        table(PROJECTS_ACTIVITY).names(PROJECT_NAME);
    }

    private void addCost(List<ProjectParts> projects) {
        facts.attempt(
                List.of(CodeMieCuts.COST),
                () -> {
                    requireProjects();
                    var platform = new LinkedHashMap<String, Map<String, BigDecimal>>();
                    var cli = new LinkedHashMap<String, Map<String, BigDecimal>>();
                    for (var each : projects) {
                        platform.put(
                                each.project(), byUser(each.platform().orThrow(), EMAIL, COST));
                        cli.put(each.project(), byUser(each.cli().orThrow(), USER_NAME, COST));
                    }
                    var cut = CodeMieCuts.COST;
                    addJoint(cut, "platform", byUser(table(PLATFORM), EMAIL, COST), platform);
                    addJoint(cut, "cli", byUser(table(CLI), USER_NAME, COST), cli);
                });
    }

    private void addTokens(List<ProjectParts> projects) {
        facts.attempt(
                List.of(CodeMieCuts.TOKENS, CodeMieCuts.TOKENS_OF_ALL),
                () -> {
                    requireProjects();
                    var parts = new LinkedHashMap<String, Map<String, BigDecimal>>();
                    for (var each : projects) {
                        parts.put(each.project(), byUser(each.activity().orThrow(), EMAIL, TOKENS));
                    }
                    var activity = table(ACTIVITY);
                    addJoint(CodeMieCuts.TOKENS, "", byUser(activity, EMAIL, TOKENS), parts);
                    activity.total(TOKENS)
                            .ifPresent(
                                    total -> facts.add(CodeMieCuts.TOKENS_OF_ALL, Map.of(), total));
                });
    }

    /// Each project's part of each user, and what the user has beyond that as tied to no project.
    /// Parts that exceed the user's own figure stand as they are.
    private void addJoint(
            Cut cut,
            String product,
            Map<String, BigDecimal> byUser,
            Map<String, Map<String, BigDecimal>> byProject) {
        var rest = new HashMap<>(byUser);
        byProject.forEach((project, parts) ->
                parts.forEach((user, part) -> {
                    facts.add(cut, dimensions(user, project, product), part);
                    rest.merge(user, part.negate(), BigDecimal::add);
                    if (part.signum() != 0) {
                        directory.meetProject(project);
                    }
                }));
        rest.forEach((user, left) -> {
            var whole = byUser.getOrDefault(user, BigDecimal.ZERO);
            if (left.compareTo(whole.movePointLeft(ROUNDING_DIGITS)) > 0) {
                facts.add(cut, dimensions(user, "", product), left);
            }
        });
    }

    private static Map<Dimension, String> dimensions(String user, String project, String product) {
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        put(dimensions, Dimension.USER, user);
        put(dimensions, Dimension.ORGANIZATION, project);
        put(dimensions, Dimension.PRODUCT, product);
        return dimensions;
    }

    private static void put(Map<Dimension, String> dimensions, Dimension dimension, String value) {
        if (!value.isEmpty()) {
            dimensions.put(dimension, value);
        }
    }

    /// By the id of the user, which is empty for nobody. Whoever the vendor states no figure of is
    /// left out.
    private Map<String, BigDecimal> byUser(Table table, String names, String column) {
        var byUser = new HashMap<String, BigDecimal>();
        table.figures(names, column)
                .forEach((name, figure) -> {
                    var user = directory.idOf(usable(name)).orElse("");
                    if (figure.isPresent()) {
                        byUser.merge(user, figure.get(), BigDecimal::add);
                    } else {
                        hasUnpriced |= column.equals(COST);
                    }
                    users.add(user);
                });
        return byUser;
    }

    private void addRequests(Cut cut, String models) {
        facts.attempt(
                List.of(cut),
                () -> add(cut, Dimension.MODEL, table(models), "model_name", "total_requests"));
    }

    private void addChats() {
        var cuts = List.of(CodeMieCuts.CHATS, CodeMieCuts.MESSAGES, CodeMieCuts.CHAT_ERRORS);
        var columns = List.of("total_chats", "total_messages", "total_errors");
        addActivities(cuts, CHATS, "assistant", columns);
        observeUsers("assistant-users", CHATS, "assistant", "unique_users");
    }

    private void addWorkflows() {
        var cuts = List.of(CodeMieCuts.WORKFLOW_RUNS, CodeMieCuts.WORKFLOW_FAILURES);
        addActivities(cuts, WORKFLOWS, "workflow_name", List.of("total_runs", "failed"));
        observeUsers("workflow-users", WORKFLOWS, "workflow_name", "users");
    }

    private void addActivities(List<Cut> cuts, String table, String names, List<String> columns) {
        facts.attempt(
                cuts,
                () -> {
                    for (int index = 0; index < cuts.size(); index++) {
                        var cut = cuts.get(index);
                        add(cut, Dimension.ACTIVITY, table(table), names, columns.get(index));
                    }
                });
    }

    /// People are counted once by each name, so that their numbers are no usage that could be
    /// added, and those of names that mean nothing are left out.
    private void observeUsers(String name, String table, String names, String column) {
        facts.attempt(
                List.of(),
                () ->
                        table(table)
                                .figures(names, column)
                                .forEach((activity, count) ->
                                        count.filter(_ -> !Names.isNobody(activity))
                                                .ifPresent(people ->
                                                        facts.observe(
                                                                name,
                                                                dimensionsOf(
                                                                        Dimension.ACTIVITY,
                                                                        activity),
                                                                people,
                                                                "user"))));
    }

    private void add(Cut cut, Dimension dimension, Table table, String names, String column) {
        var sums = new LinkedHashMap<Map<Dimension, String>, BigDecimal>();
        table.figures(names, column)
                .forEach((name, figure) ->
                        figure.ifPresent(quantity ->
                                sums.merge(
                                        dimensionsOf(dimension, name), quantity, BigDecimal::add)));
        sums.forEach((dimensions, quantity) -> facts.add(cut, dimensions, quantity));
    }

    /// The vendor has several words for what it does not know; all of them are the same nothing.
    private Map<Dimension, String> dimensionsOf(Dimension dimension, String name) {
        return Names.isNobody(name) ? Map.of() : Map.of(dimension, usable(name));
    }

    private void addCli() {
        var byColumn =
                Map.of(
                        "total_sessions", CodeMieCuts.CLI_SESSIONS,
                        "total_lines_added", CodeMieCuts.CLI_LINES_ADDED,
                        "total_lines_removed", CodeMieCuts.CLI_LINES_REMOVED);
        facts.attempt(
                List.copyOf(byColumn.values()),
                () ->
                        byColumn.forEach((column, cut) ->
                                byUser(table(CLI_USERS), USER_NAME, column)
                                        .forEach((user, quantity) ->
                                                facts.add(
                                                        cut, dimensions(user, "", ""), quantity))));
        var summary = summary(CLI_SUMMARY);
        facts.attempt(
                List.of(CodeMieCuts.CLI_SESSIONS_OF_ALL),
                () -> {
                    var all = summary.orThrow();
                    all.figure("unique_sessions")
                            .ifPresent(total ->
                                    facts.add(CodeMieCuts.CLI_SESSIONS_OF_ALL, Map.of(), total));
                    all.figure("unique_users")
                            .ifPresent(
                                    count -> facts.observe("cli-users", Map.of(), count, "user"));
                    all.figure("unique_repos")
                            .ifPresent(count ->
                                    facts.observe(
                                            "cli-repositories", Map.of(), count, "repository"));
                });
    }

    private void addKindsOfTokens(List<ProjectParts> projects, Reading<Summary> declared) {
        for (var kind : CodeMieCuts.KINDS) {
            facts.attempt(
                    List.of(kind.byProject(), kind.ofAll()),
                    () -> {
                        requireProjects();
                        for (var each : projects) {
                            var figure = each.summary().orThrow().figure(kind.metric());
                            figure.ifPresent(tokens ->
                                    facts.add(
                                            kind.byProject(),
                                            dimensions("", each.project(), ""),
                                            tokens));
                        }
                        declared.orThrow()
                                .figure(kind.metric())
                                .ifPresent(tokens -> facts.add(kind.ofAll(), Map.of(), tokens));
                    });
        }
    }

    private void addDeclaredCost(Reading<Summary> declared) {
        facts.attempt(
                List.of(CodeMieCuts.COST_BY_CATEGORY, CodeMieCuts.COST_OF_ALL),
                () -> {
                    var summary = declared.orThrow();
                    for (var category : List.of("platform", "cli")) {
                        summary.figure(category + "_cost")
                                .ifPresent(cost ->
                                        facts.add(
                                                CodeMieCuts.COST_BY_CATEGORY,
                                                dimensions("", "", category),
                                                cost));
                    }
                    summary.figure("total_money_spent")
                            .ifPresent(cost -> facts.add(CodeMieCuts.COST_OF_ALL, Map.of(), cost));
                });
        facts.attempt(
                List.of(CodeMieCuts.COST_OF_ACTIVITIES),
                () ->
                        table(ACTIVITY)
                                .total("total_cost")
                                .ifPresent(cost ->
                                        facts.add(CodeMieCuts.COST_OF_ACTIVITIES, Map.of(), cost)));
    }

    private static boolean agree(Reading<Summary> before, Reading<Summary> after) {
        return Reading.of(() ->
                        DECLARED.stream()
                                .allMatch(metric ->
                                        before.orThrow()
                                                .figure(metric)
                                                .equals(after.orThrow().figure(metric))))
                .ifUnderstood()
                .orElse(false);
    }

    private String usable(String name) {
        if (!Names.isNobody(name) && !Names.isUsable(name)) {
            throw new Unreadable(
                    new Reject(
                            "analytics?" + stretch.query(),
                            "$.data.rows",
                            "expected names of at most 200 bytes of visible characters, found"
                                    + " another one"));
        }
        return name;
    }
}
