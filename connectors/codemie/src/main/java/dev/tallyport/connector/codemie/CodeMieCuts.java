package dev.tallyport.connector.codemie;

import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.MoneyKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How CodeMie divides usage, and what it declares of it as a whole.
final class CodeMieCuts {

    static final Cut COST =
            Cut.of(
                            "cost",
                            "cost",
                            "USD",
                            Set.of(Dimension.USER, Dimension.ORGANIZATION, Dimension.PRODUCT))
                    .withMoney(MoneyKind.NOTIONAL);
    static final Cut COST_BY_CATEGORY = costDeclared("cost-by-category", Set.of(Dimension.PRODUCT));
    static final Cut COST_OF_ALL = costDeclared("cost-of-all", Set.of());
    static final Cut COST_OF_ACTIVITIES = costDeclared("cost-of-activities", Set.of());

    static final Cut TOKENS =
            tokens("llm-tokens", "llm-tokens", Set.of(Dimension.USER, Dimension.ORGANIZATION));
    static final Cut TOKENS_OF_ALL = declared("llm-tokens-of-all", TOKENS, false);

    static final TokenCuts INPUT = TokenCuts.of("input-tokens", "total_input_tokens");
    static final TokenCuts CACHE_READ =
            TokenCuts.of("cache-read-tokens", "total_cached_input_tokens");
    static final TokenCuts CACHE_WRITE =
            TokenCuts.of("cache-write-tokens", "total_cache_creation_tokens");
    static final TokenCuts OUTPUT = TokenCuts.of("output-tokens", "total_output_tokens");
    static final List<TokenCuts> KINDS = List.of(INPUT, CACHE_READ, CACHE_WRITE, OUTPUT);

    static final Cut REQUESTS = Cut.of("requests", "requests", "request", Set.of(Dimension.MODEL));
    static final Cut CLI_REQUESTS =
            Cut.of("cli-requests", "cli-requests", "request", Set.of(Dimension.MODEL));

    static final Cut CHATS = activity("chats", "chat");
    static final Cut MESSAGES = activity("messages", "message");
    static final Cut CHAT_ERRORS = activity("chat-errors", "error");
    static final Cut WORKFLOW_RUNS = activity("workflow-runs", "run");
    static final Cut WORKFLOW_FAILURES = activity("workflow-failures", "run");

    static final Cut CLI_SESSIONS =
            Cut.of("cli-sessions", "cli-sessions", "session", Set.of(Dimension.USER));
    static final Cut CLI_SESSIONS_OF_ALL = declared("cli-sessions-of-all", CLI_SESSIONS, false);
    static final Cut CLI_LINES_ADDED =
            Cut.of("cli-lines-added", "cli-lines-added", "line", Set.of(Dimension.USER));
    static final Cut CLI_LINES_REMOVED =
            Cut.of("cli-lines-removed", "cli-lines-removed", "line", Set.of(Dimension.USER));

    static final List<Cut> ALL =
            List.of(
                    COST,
                    COST_BY_CATEGORY,
                    COST_OF_ALL,
                    COST_OF_ACTIVITIES,
                    TOKENS,
                    TOKENS_OF_ALL,
                    INPUT.byProject(),
                    INPUT.ofAll(),
                    CACHE_READ.byProject(),
                    CACHE_READ.ofAll(),
                    CACHE_WRITE.byProject(),
                    CACHE_WRITE.ofAll(),
                    OUTPUT.byProject(),
                    OUTPUT.ofAll(),
                    REQUESTS,
                    CLI_REQUESTS,
                    CHATS,
                    MESSAGES,
                    CHAT_ERRORS,
                    WORKFLOW_RUNS,
                    WORKFLOW_FAILURES,
                    CLI_SESSIONS,
                    CLI_SESSIONS_OF_ALL,
                    CLI_LINES_ADDED,
                    CLI_LINES_REMOVED);

    /// One of the four disjoint kinds of tokens. What all have beyond the projects was used without
    /// one.
    ///
    /// @param metric of the vendor's summaries
    record TokenCuts(Cut byProject, Cut ofAll, String metric) {

        private static TokenCuts of(String id, String metric) {
            var byProject = tokens(id, id, Set.of(Dimension.ORGANIZATION));
            return new TokenCuts(byProject, declared(id + "-of-all", byProject, true), metric);
        }
    }

    private CodeMieCuts() {}

    private static Cut costDeclared(String id, Set<Dimension> per) {
        var total = new Cut.Total(COST.id(), per, false);
        return new Cut(
                id, COST.meter(), COST.unit(), per, COST.grain(), COST.money(), Optional.of(total));
    }

    private static Cut tokens(String id, String meter, Set<Dimension> dimensions) {
        return Cut.of(id, meter, "token", dimensions);
    }

    private static Cut activity(String id, String unit) {
        return Cut.of(id, id, unit, Set.of(Dimension.ACTIVITY));
    }

    private static Cut declared(String id, Cut parts, boolean residual) {
        var total = new Cut.Total(parts.id(), Set.of(), residual);
        return new Cut(
                id,
                parts.meter(),
                parts.unit(),
                Set.of(),
                parts.grain(),
                parts.money(),
                Optional.of(total));
    }
}
