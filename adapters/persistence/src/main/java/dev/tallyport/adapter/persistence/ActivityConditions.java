package dev.tallyport.adapter.persistence;

import dev.tallyport.application.activity.ActivityFilter;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/// Which rows of `activity` are meant, among those of one source.
@ApplicationScoped
class ActivityConditions {

    private final Keys keys;

    ActivityConditions(Keys keys) {
        this.keys = keys;
    }

    Sql seen(SourceId source, Rows rows) {
        return new SeenRows(keys, source, rows).condition();
    }

    /// None of it may be seen where there are no rows.
    Sql seen(SourceId source, Optional<Rows> rows) {
        return rows.map(some -> seen(source, some)).orElseGet(() -> Sql.of("false"));
    }

    /// By whom, where and in which state; begins with `and` unless it is empty.
    ///
    /// @param filter in terms of what activities state
    Sql kept(SourceId source, ActivityFilter filter) {
        var kept = new Sql();
        filter.whose()
                .only()
                .forEach((dimension, ids) ->
                        kept.add(" and ").add(keys.isAny(source, dimension, ids)));
        filter.whose()
                .except()
                .forEach((dimension, ids) ->
                        kept.add(" and not ").add(keys.isAny(source, dimension, ids)));
        filter.statuses()
                .ifPresent(words ->
                        kept.add(
                                " and coalesce(attributes -> 'status', attributes -> 'state')"
                                        + " ??| ?",
                                (Object) Database.texts(words)));
        return kept;
    }

    /// Of sessions.
    static Sql followsAny(Set<String> playbooks) {
        return Sql.of("attributes -> 'playbook-id' ??| ?", (Object) Database.texts(playbooks));
    }
}
