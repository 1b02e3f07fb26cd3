package dev.tallyport.simulator.codemie;

import static java.util.function.Predicate.not;

import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Query;
import dev.tallyport.simulator.http.Route;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The paths below `/v1`, for one caller.
final class Analytics {

    private static final String ANALYTICS = "/v1/analytics/";
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 1000;
    private static final Activity[] ACTIVITIES = {
        Activity.ASSISTANT, Activity.WORKFLOW, Activity.DATASOURCE, Activity.CLI
    };
    private static final List<Column> SUMMARY =
            List.of(
                    Column.cost("total_money_spent", Activity.values()),
                    Column.cost(
                            "platform_cost",
                            Activity.ASSISTANT,
                            Activity.WORKFLOW,
                            Activity.DATASOURCE,
                            Activity.GENERATOR),
                    Column.cost("cli_cost", Activity.CLI),
                    Column.count("total_tokens", each -> each.tokens().total()),
                    Column.count("total_input_tokens", each -> each.tokens().input()),
                    Column.count("total_cached_input_tokens", each -> each.tokens().cached()),
                    Column.count(
                            "total_cache_creation_tokens", each -> each.tokens().cacheCreation()),
                    Column.count("total_output_tokens", each -> each.tokens().output()),
                    distinctNames("unique_assistants_invoked", Activity.ASSISTANT),
                    distinctNames("unique_workflows_invoked", Activity.WORKFLOW),
                    Column.count("cli_invoked", each -> isCli(each) ? each.work().runs() : 0),
                    Column.count("mcps_invoked", _ -> 0),
                    Column.count("webhooks_invoked", _ -> 0),
                    Column.count("skills_invoked", _ -> 0));

    private static final List<Column> ACTIVITY =
            List.of(
                    Column.cost("assistant_cost", Activity.ASSISTANT),
                    Column.cost("workflow_cost", Activity.WORKFLOW),
                    Column.cost("datasource_cost", Activity.DATASOURCE),
                    Column.cost("cli_cost", Activity.CLI),
                    Column.cost("total_cost", ACTIVITIES),
                    Column.tokens("assistant_tokens", Activity.ASSISTANT),
                    Column.tokens("workflow_tokens", Activity.WORKFLOW),
                    Column.tokens("datasource_tokens", Activity.DATASOURCE),
                    Column.tokens("llm_tokens", ACTIVITIES));

    private static final List<Column> CHATS =
            List.of(
                    Column.count("total_chats", each -> each.work().chats()),
                    Column.count("total_messages", each -> each.work().runs()),
                    Column.distinct("unique_users", Usage::user),
                    Column.figure("median_msg_per_chat", _ -> null),
                    Column.count("success_ops", each -> each.work().chats() - each.work().failed()),
                    Column.count("total_errors", each -> each.work().failed()),
                    Column.count("total_tokens", each -> each.tokens().total()),
                    Column.cost("total_cost_usd"),
                    Column.figure("last_error_timestamp", _ -> null));

    private static final List<Column> WORKFLOWS =
            List.of(
                    Column.count("total_runs", each -> each.work().runs()),
                    Column.count("success", each -> each.work().runs() - each.work().failed()),
                    Column.count("failed", each -> each.work().failed()),
                    Column.count("aborted", _ -> 0),
                    Column.cost("total_cost_usd"),
                    Column.count("total_tokens", each -> each.tokens().total()),
                    Column.distinct("users", Usage::user),
                    Column.figure("last_run", Analytics::latest));

    private static final List<Column> CLI_USERS =
            List.of(
                    Column.text("classification", _ -> "production"),
                    Column.count("total_sessions", each -> each.work().sessions()),
                    Column.count("total_lines_added", each -> each.work().linesAdded()),
                    Column.count("total_lines_removed", each -> each.work().linesRemoved()),
                    Column.count(
                            "net_lines",
                            each -> each.work().linesAdded() - each.work().linesRemoved()),
                    Column.cost("total_cost"));

    private static final List<Column> CLI_SUMMARY =
            List.of(
                    Column.distinct("unique_users", Usage::user),
                    Column.distinct("dau", Usage::user),
                    Column.distinct("mau", Usage::user),
                    Column.count("unique_sessions", each -> each.work().sessions()),
                    Column.cost("cli_cost", Activity.CLI),
                    Column.count("total_tokens", each -> each.tokens().total()),
                    Column.distinct("unique_projects", Usage::project),
                    Column.distinct("unique_repos", Usage::name));

    private final CodeMieCompany company;
    private final Instant now;
    private final Access access;
    private final int deepestItem;

    Analytics(CodeMieCompany company, Instant now, Access access, int deepestItem) {
        this.company = company;
        this.now = now;
        this.access = access;
        this.deepestItem = deepestItem;
    }

    List<Route> routes() {
        return List.of(
                Route.of("/v1/user", (_, _) -> user()),
                Route.of("/v1/info", (_, _) -> info()),
                Route.of("/v1/config", (_, _) -> config()),
                Route.of(ANALYTICS + "summaries", (_, query) -> summaries(query)),
                Route.of(ANALYTICS + "cli-summary", (_, query) -> cliSummary(query)),
                Route.of(ANALYTICS + "users", (_, query) -> users(query)),
                Route.of(ANALYTICS + "spending", (_, _) -> spending()),
                Route.of(ANALYTICS + "budget_usage", (_, query) -> budgets(query)),
                table(
                        "projects-spending",
                        _ -> true,
                        Column.text("project_name", _ -> null),
                        this::payerOf,
                        List.of(Column.cost("total_cost_usd"))),
                table(
                        "users-spending",
                        _ -> true,
                        "user_email",
                        List.of(Column.cost("total_cost_usd"))),
                table(
                        "spending/by-users/platform",
                        not(Analytics::isCli),
                        "user_email",
                        List.of(Column.cost("total_cost_usd"))),
                table(
                        "spending/by-users/cli",
                        Analytics::isCli,
                        "user_name",
                        List.of(Column.cost("total_cost_usd"))),
                table(
                        "users-activity",
                        Analytics::isActivity,
                        "user_email",
                        with(Column.distinct("unique_projects", Usage::project), ACTIVITY)),
                table(
                        "projects-activity",
                        Analytics::isActivity,
                        Column.text("project_name", _ -> null),
                        this::payerOf,
                        with(Column.distinct("unique_users", Usage::user), ACTIVITY)),
                table(
                        "assistants-chats",
                        each -> each.activity() == Activity.ASSISTANT,
                        Column.text("assistant", _ -> null),
                        Usage::name,
                        CHATS),
                table(
                        "workflows",
                        each -> each.activity() == Activity.WORKFLOW,
                        Column.text("workflow_name", _ -> null),
                        Usage::name,
                        WORKFLOWS),
                table(
                        "llms-usage",
                        not(Analytics::isCli),
                        Column.text("model_name", _ -> null),
                        Usage::model,
                        List.of(Column.count("total_requests", each -> each.work().runs()))),
                table(
                        "cli-llms",
                        Analytics::isCli,
                        Column.text("model_name", _ -> null),
                        Usage::model,
                        List.of(Column.count("total_requests", each -> each.work().runs()))),
                table("cli-insights-users", Analytics::isCli, "user_name", CLI_USERS));
    }

    private Route table(String path, Predicate<Usage> filter, String user, List<Column> columns) {
        return table(path, filter, Column.text(user, _ -> null), this::shown, columns);
    }

    private Route table(
            String path,
            Predicate<Usage> filter,
            Column key,
            Function<Usage, String> keyOf,
            List<Column> columns) {
        return Route.of(
                ANALYTICS + path,
                (_, query) -> {
                    var question = ask(query, path, Usage::shipped);
                    var usages = question.usages().filter(filter).toList();
                    return table(question, query, key, grouped(usages, keyOf), columns);
                });
    }

    /// The busiest first; the totals are those of all pages.
    private Json table(
            Question question,
            Query query,
            Column key,
            Map<String, List<Usage>> groups,
            List<Column> columns) {
        int page = query.integer("page", 0, Integer.MAX_VALUE / LARGEST_PAGE - 1, 0);
        int size = query.integer("per_page", 1, LARGEST_PAGE, USUAL_PAGE);
        int deepest = (page + 1) * size;
        if (deepest > deepestItem) {
            throw Problems.invalid(
                    "Pagination limit exceeded. Requested %d items, max is %d. Narrow your filters."
                            .formatted(deepest, deepestItem));
        }
        var sorted =
                groups.entrySet().stream()
                        .sorted(Comparator.comparingInt(group -> -group.getValue().size()))
                        .toList();
        var rows =
                sorted.stream()
                        .skip((long) page * size)
                        .limit(size)
                        .map(group -> row(key, group, columns))
                        .toList();
        var all = groups.values().stream().flatMap(List::stream).toList();
        var totals = new LinkedHashMap<String, @Nullable Object>();
        columns.stream()
                .filter(Column::isTotalled)
                .forEach(column -> totals.put(column.id(), column.value().apply(all)));
        return Json.object(
                "data",
                Json.object(
                        "columns",
                        with(key, columns).stream().map(Column::header).toList(),
                        "rows",
                        rows,
                        "totals",
                        totals),
                "metadata",
                question.metadata(),
                "pagination",
                Json.object(
                        "page",
                        page,
                        "per_page",
                        size,
                        "total_count",
                        sorted.size(),
                        "has_more",
                        deepest < sorted.size()),
                "fixed_timeframe",
                null);
    }

    private static Json row(
            Column key, Map.Entry<String, List<Usage>> group, List<Column> columns) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put(key.id(), group.getKey());
        columns.forEach(column -> row.put(column.id(), column.value().apply(group.getValue())));
        return Json.of(row);
    }

    private Json summaries(Query query) {
        var question = ask(query, "summaries", Usage::time);
        return metrics(question, SUMMARY);
    }

    private Json cliSummary(Query query) {
        var question = ask(query, "cli-summary", Usage::shipped);
        return metrics(
                new Question(question.usages().filter(Analytics::isCli), question.metadata()),
                CLI_SUMMARY);
    }

    private static Json metrics(Question question, List<Column> metrics) {
        var usages = question.usages().toList();
        return Json.object(
                "data",
                Json.object("metrics", metrics.stream().map(each -> each.metric(usages)).toList()),
                "metadata",
                question.metadata());
    }

    /// For those who see all, whoever is active, whatever the time; else who was seen in that time.
    private Json users(Query query) {
        var question = ask(query, "users", Usage::shipped);
        var search = query.text("search").orElse("");
        var ids =
                access.seesAll()
                        ? company.accounts().stream().filter(Account::isActive).toList()
                        : question.usages()
                                .map(Usage::user)
                                .distinct()
                                .flatMap(id -> company.account(id).stream())
                                .toList();
        var users =
                ids.stream()
                        .filter(each -> (each.email() + " " + each.name()).contains(search))
                        .map(each ->
                                Json.object(
                                        "id",
                                        each.id(),
                                        "name",
                                        each.isListedByName() ? each.name() : each.email()))
                        .toList();
        return Json.object(
                "data",
                Json.object("users", users, "total_count", users.size()),
                "metadata",
                question.metadata());
    }

    /// The caller's own; a service account has none.
    private Json spending() {
        var metrics =
                Stream.of("current_spending", "budget_limit", "budget_reset_at", "time_until_reset")
                        .map(id ->
                                Json.object(
                                        "id", id, "label", id, "type", "string", "value", "N/A"))
                        .toList();
        return Json.object("data", Json.object("metrics", metrics), "metadata", metadata(null));
    }

    /// Of the month so far. Limits of projects are decimals written as text; none is null.
    private Json budgets(Query query) {
        var id = query.text("user_id").orElse(access.user());
        if (!access.seesAll() && !id.equals(access.user())) {
            throw Problems.forbidden();
        }
        var account = company.account(id).orElseThrow(() -> Problems.unknownUser(id));
        var first = company.today().withDayOfMonth(1);
        var usages =
                company.usage(first, company.today().plusDays(1)).stream()
                        .filter(each -> each.user().equals(id))
                        .toList();
        var rows = new ArrayList<Json>();
        rows.add(
                budget(
                        account.email(),
                        usages.stream().filter(each -> !isCli(each) && !isPremium(each)),
                        100));
        rows.add(
                budget(
                        account.email() + " (premium)",
                        usages.stream().filter(Analytics::isPremium),
                        50));
        rows.add(
                budget(
                        account.email() + " (cli)",
                        usages.stream().filter(each -> isCli(each) && !isPremium(each)),
                        null));
        for (var project : account.projects()) {
            var part = usages.stream().filter(each -> project.equals(each.project()));
            rows.add(budget(project, part, "500.000000000"));
        }
        var columns =
                Stream.of(
                                Column.text("project_name", _ -> null),
                                Column.cost("current_spending"),
                                Column.figure("budget_reset_at", _ -> null),
                                Column.text("time_until_reset", _ -> null),
                                Column.cost("budget_limit"),
                                Column.figure("total", _ -> null))
                        .map(Column::header)
                        .toList();
        return Json.object(
                "data",
                Json.object("columns", columns, "rows", rows, "totals", null),
                "metadata",
                metadata(null));
    }

    private Json budget(String name, Stream<Usage> usages, @Nullable Object limit) {
        var spent = Objects.requireNonNullElse(Column.cost(usages.toList()), BigDecimal.ZERO);
        var reset = company.today().withDayOfMonth(1).plusMonths(1);
        return Json.object(
                "project_name",
                name,
                "current_spending",
                spent,
                "budget_reset_at",
                reset.atStartOfDay().toInstant(ZoneOffset.UTC),
                "time_until_reset",
                "9 days 4 hours 0 mins",
                "budget_limit",
                limit,
                "total",
                limit == null ? null : percent(spent, new BigDecimal("" + limit)));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 2, RoundingMode.HALF_EVEN);
    }

    private Json user() {
        return Json.object(
                "user_id",
                access.user(),
                "email",
                null,
                "name",
                "Service account",
                "username",
                "service-account-tallyport",
                "is_admin",
                access.isAdmin(),
                "is_maintainer",
                false,
                "is_auditor",
                access.isAuditor(),
                "user_type",
                "regular",
                "applications",
                access.projects(),
                "applications_admin",
                access.administered(),
                "projects",
                List.of(),
                "picture",
                null);
    }

    private static Json info() {
        return Json.object("message", "CodeMie", "version", "2.14.0");
    }

    private static Json config() {
        return Json.of(
                List.of(
                        Json.object(
                                "id",
                                "features:cliAnalytics",
                                "settings",
                                Json.object("enabled", false))));
    }

    /// What is asked about.
    private record Question(Stream<Usage> usages, Json metadata) {}

    private Question ask(Query query, String endpoint, Function<Usage, Instant> clock) {
        if (access.mayReadNothing()) {
            throw Problems.forbidden();
        }
        var period = Period.of(query, now, endpoint);
        var users = last(query, "users");
        var projects = narrowed(last(query, "projects"));
        var usages =
                company.within(period.start(), period.end(), clock)
                        .filter(access::sees)
                        .filter(each -> users.isEmpty() || users.get().contains(each.user()))
                        .filter(each ->
                                projects.isEmpty() || projects.get().contains("" + each.project()));
        var filters =
                Json.object(
                        "time_period",
                        period.name(),
                        "start_date",
                        period.isCustom() ? period.start() : null,
                        "end_date",
                        period.isCustom() ? period.end() : null,
                        "users",
                        users.orElse(null),
                        "projects",
                        projects.orElse(null));
        return new Question(usages, metadata(filters));
    }

    /// Of a repeated parameter the last one.
    private static Optional<List<String>> last(Query query, String name) {
        return query.text(name)
                .filter(value -> !value.isEmpty())
                .map(value -> List.of(value.split(",", -1)));
    }

    /// Projects that the caller may not see are dropped without a word; when none is left, nothing
    /// is restricted but by the caller's own rights.
    private Optional<List<String>> narrowed(Optional<List<String>> asked) {
        if (access.seesAll()) {
            return asked;
        }
        var accessible = access.accessible();
        var left = new LinkedHashSet<>(asked.orElse(List.copyOf(accessible)));
        left.retainAll(accessible);
        return Optional.of(left.isEmpty() ? List.copyOf(accessible) : List.copyOf(left));
    }

    /// `data_as_of` is simply now.
    private Json metadata(@Nullable Json filters) {
        return Json.object(
                "timestamp",
                now,
                "data_as_of",
                now,
                "filters_applied",
                filters == null ? Map.of() : filters,
                "execution_time_ms",
                12.5);
    }

    private static boolean isCli(Usage usage) {
        return usage.activity() == Activity.CLI;
    }

    private static boolean isActivity(Usage usage) {
        return usage.activity() != Activity.GENERATOR;
    }

    private static boolean isPremium(Usage usage) {
        return usage.model().contains("opus");
    }

    private String shown(Usage usage) {
        return company.account(usage.user()).map(Account::shown).orElse(usage.user())
                + usage.customer();
    }

    /// Whoever has no project pays as a project of their own.
    private String payerOf(Usage usage) {
        var project = usage.project();
        return project == null || project.equals("-") ? shown(usage) : project;
    }

    private static Map<String, List<Usage>> grouped(
            List<Usage> usages, Function<Usage, String> keyOf) {
        var groups = new TreeMap<String, List<Usage>>();
        for (var each : usages) {
            Objects.requireNonNull(
                            groups.computeIfAbsent(keyOf.apply(each), _ -> new ArrayList<>()))
                    .add(each);
        }
        return groups;
    }

    private static Column distinctNames(String id, Activity activity) {
        return Column.distinct(id, each -> each.activity() == activity ? each.name() : null);
    }

    private static List<Column> with(Column first, List<Column> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static @Nullable Object latest(List<Usage> usages) {
        return usages.stream().map(Usage::time).max(Comparator.naturalOrder()).orElse(null);
    }
}
