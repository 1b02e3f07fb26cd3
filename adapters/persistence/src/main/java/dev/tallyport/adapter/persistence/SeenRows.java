package dev.tallyport.adapter.persistence;

import dev.tallyport.application.reporting.Rows;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.usage.Dimension;
import java.util.HashSet;

/// What of one source may be seen, in tables that know users and organizations by their keys.
record SeenRows(Keys keys, SourceId source, Rows rows) {

    /// Names no user where none is meant: sums of organizations alone know none.
    Sql condition() {
        return switch (rows) {
            case Rows.All() -> Sql.of("true");
            case Rows.Some(var organizations, var users, var usersWithin, var within) -> {
                var any = Sql.of("(false");
                if (!organizations.isEmpty()) {
                    any.add(" or ").add(keys.isAny(source, Dimension.ORGANIZATION, organizations));
                }
                if (!users.isEmpty()) {
                    any.add(" or ").add(keys.isAny(source, Dimension.USER, users));
                }
                if (!usersWithin.isEmpty()) {
                    any.add(" or ")
                            .add(keys.isAny(source, Dimension.USER, usersWithin))
                            .add(" and ")
                            .add(keys.isAny(source, Dimension.ORGANIZATION, within));
                }
                yield any.add(")");
            }
        };
    }

    /// Where usage of them lives.
    Integer[] shards() {
        return switch (rows) {
            case Rows.Some(var organizations, var users, var usersWithin, _)
                    when organizations.isEmpty() -> {
                var all = new HashSet<>(users);
                all.addAll(usersWithin);
                yield Shards.ofUsers(source, all);
            }
            case Rows.Some _, Rows.All _ -> Shards.all();
        };
    }
}
