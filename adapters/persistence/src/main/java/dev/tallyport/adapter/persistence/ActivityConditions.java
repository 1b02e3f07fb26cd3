package dev.tallyport.adapter.persistence;

import dev.tallyport.application.activity.ActivityFilter;
import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.usage.Dimension;
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
        return switch (rows) {
            case Rows.All() -> Sql.of("true");
            case Rows.Some(var organizations, var users, var usersWithin, var within) -> {
                var any = Sql.of("(false");
                if (!organizations.isEmpty()) {
                    any.add(" or ").add(isOf(source, Dimension.ORGANIZATION, organizations));
                }
                if (!users.isEmpty()) {
                    any.add(" or ").add(isOf(source, Dimension.USER, users));
                }
                if (!usersWithin.isEmpty()) {
                    any.add(" or ")
                            .add(isOf(source, Dimension.USER, usersWithin))
                            .add(" and ")
                            .add(isOf(source, Dimension.ORGANIZATION, within));
                }
                yield any.add(")");
            }
        };
    }

    /// None of it may be seen where there are no rows.
    Sql seen(SourceId source, Optional<Rows> rows) {
        return rows.map(some -> seen(source, some)).orElseGet(() -> Sql.of("false"));
    }

    /// By whom, where and in which state; begins with `and` unless it is empty.
    Sql kept(SourceId source, ActivityFilter filter) {
        var kept = new Sql();
        filter.users()
                .ifPresent(users -> kept.add(" and ").add(isOf(source, Dimension.USER, users)));
        filter.organizations()
                .ifPresent(
                        some -> kept.add(" and ").add(isOf(source, Dimension.ORGANIZATION, some)));
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

    private Sql isOf(SourceId source, Dimension dimension, Set<String> ids) {
        return Sql.of(
                Columns.columnOf(dimension) + " = any (?)",
                (Object) keys.find(source, dimension, ids));
    }
}
