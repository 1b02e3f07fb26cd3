package dev.tallyport.connector.codemie;

import dev.tallyport.connector.spi.Activity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Assistants and workflows over their whole lives. The vendor gives neither ids nor births: each
/// is known by its name, and begins with the time that was asked about.
final class Assets {

    private static final Map<String, String> CHATS =
            Map.of(
                    "total_chats", "chats",
                    "total_messages", "messages",
                    "total_errors", "chat-errors",
                    "unique_users", "assistant-users",
                    "total_tokens", "llm-tokens",
                    "total_cost_usd", "cost");
    private static final Map<String, String> WORKFLOWS =
            Map.of(
                    "total_runs", "workflow-runs",
                    "failed", "workflow-failures",
                    "users", "workflow-users",
                    "total_tokens", "llm-tokens",
                    "total_cost_usd", "cost");

    private Assets() {}

    static List<Activity> assistants(Table table, Instant since) {
        return activities(
                table, since, Activity.Kind.ASSISTANT, "assistant", CHATS, Optional.empty());
    }

    static List<Activity> workflows(Table table, Instant since) {
        return activities(
                table,
                since,
                Activity.Kind.WORKFLOW,
                "workflow_name",
                WORKFLOWS,
                Optional.of("last_run"));
    }

    private static List<Activity> activities(
            Table table,
            Instant since,
            Activity.Kind kind,
            String names,
            Map<String, String> meters,
            Optional<String> updated) {
        var activities = new ArrayList<Activity>();
        table.each(
                List.of(names),
                row -> {
                    var name = Names.requireUsable(row, names);
                    var figures = new HashMap<String, BigDecimal>();
                    meters.forEach((column, meter) ->
                            Amounts.of(row, column)
                                    .ifPresent(figure -> figures.put(meter, figure)));
                    activities.add(
                            new Activity(
                                    kind,
                                    name,
                                    since,
                                    updated.flatMap(row::optionalInstant),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(name),
                                    figures,
                                    Map.of()));
                });
        return activities;
    }
}
