package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.NamesView;
import dev.tallyport.adapter.rest.Page;
import dev.tallyport.application.activity.Session;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Sessions, the newest first.
@Schema(name = "AgentSessions", description = "Sessions with agents, the newest first")
record AgentSessionsView(
        List<AgentSessionView> sessions,
        @Schema(description = "after of what follows; null at the end", nullable = true)
                @Nullable String next,
        NamesView names) {

    /// @param find finds the names in rows
    static AgentSessionsView of(Page<Session> page, Function<List<Group>, DisplayNames> find) {
        return new AgentSessionsView(
                page.rows().stream().map(AgentSessionView::of).toList(),
                page.next(one -> ListQuery.cursor(one.place()).written()).orElse(null),
                NamesView.of(page.rows().stream().map(AgentSessionTable::named).toList(), find));
    }
}
