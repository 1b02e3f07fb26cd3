package dev.tallyport.connector.codemie;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Limit;
import dev.tallyport.connector.spi.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What somebody has spent of the present budgets, and their limits; one without a limit has none.
final class Budgets {

    private static final String BUDGET_LIMIT = "budget-limit";
    private static final String BUDGET_SPENT = "budget-spent";

    static final Limit LIMIT = new Limit(BUDGET_LIMIT, new Limit.Against.Stated(BUDGET_SPENT));

    private static final String NAME = "project_name";
    private static final String SPENT = "current_spending";
    private static final String MOST = "budget_limit";
    private static final String RESET = "budget_reset_at";

    private final String user;
    private final Stretch day;
    private final List<Observation> observations = new ArrayList<>();
    private Optional<String> ownName = Optional.empty();

    private Budgets(String user, Stretch day) {
        this.user = user;
        this.day = day;
    }

    static List<Observation> of(Table table, String user, Stretch day) {
        var budgets = new Budgets(user, day);
        table.each(List.of(NAME, SPENT, MOST, RESET), budgets::add);
        return budgets.observations;
    }

    /// The first budget is the user's own and bears their name. Those of that name with an addition
    /// are for premium models and for the command line, all others the user's part of a project.
    private void add(JsonValue row) {
        var name = Names.requireUsable(row, NAME);
        var dimensions = Map.of(Dimension.USER, user, divisionOf(name), valueOf(name));
        if (ownName.isEmpty()) {
            dimensions = Map.of(Dimension.USER, user, Dimension.PRODUCT, "platform");
            ownName = Optional.of(name);
        }
        observe(BUDGET_SPENT, SPENT, row, dimensions);
        observe(BUDGET_LIMIT, MOST, row, dimensions);
    }

    private Dimension divisionOf(String name) {
        return valueOf(name).equals(name) ? Dimension.ORGANIZATION : Dimension.PRODUCT;
    }

    private String valueOf(String name) {
        var own = ownName.orElse("");
        if (name.equals(own + " (premium)")) {
            return "premium_models";
        }
        return name.equals(own + " (cli)") ? "cli" : name;
    }

    private void observe(
            String name, String column, JsonValue row, Map<Dimension, String> dimensions) {
        Amounts.of(row, column)
                .ifPresent(amount ->
                        observations.add(
                                new Observation(
                                        name,
                                        Stretch.startOf(day.day()),
                                        Stretch.startOf(day.day().plusDays(1)),
                                        dimensions,
                                        amount,
                                        "USD",
                                        row.optionalText(RESET))));
    }
}
