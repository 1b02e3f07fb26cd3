package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.SourceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Sums of current facts, kept beside them. By day they are of every cut, by slot only of those
/// that are finer than a day.
@ApplicationScoped
class RollUps {

    /// What facts are added up by.
    ///
    /// @param columns what the table is keyed by beside shard, source and cut
    /// @param values the same, of the fact `f`
    private record RollUp(String table, String columns, String values) {

        static RollUp of(String table, String columns) {
            return new RollUp(table, columns, columnsOf("f.", columns));
        }

        String statement(String template, String restriction) {
            return template.formatted(
                    table, columns, values, restriction, columnsOf("r.", columns));
        }

        private static String columnsOf(String row, String columns) {
            return row + columns.replace(", ", ", " + row);
        }
    }

    private static final List<RollUp> BY_DAY =
            List.of(
                    RollUp.of(
                            "usage_by_user_day",
                            "user_key, day, organization_key, product, model, activity, unit,"
                                    + " residual"),
                    RollUp.of(
                            "usage_by_organization_day",
                            "day, organization_key, product, model, activity, unit, residual"));

    private static final RollUp BY_SLOT =
            new RollUp(
                    "usage_by_slot",
                    "slot, user_key, organization_key, product, model, activity, unit, residual",
                    "date_bin('15 minutes', f.starts_at, 'epoch'), f.user_key,"
                            + " f.organization_key, f.product, f.model, f.activity, f.unit,"
                            + " f.residual");

    /// What a version opened counts up, what it closed counts down.
    private static final String CHANGE =
            """
            insert into %1$s as r (shard, source_id, cut, %2$s, quantity, facts)
            select shard, source_id, cut, %2$s, sum(quantity), sum(facts)
            from (
                select f.shard, f.source_id, f.cut, %3$s, f.quantity, 1 from fact f
                where f.shard = any (?) and f.source_id = ? and f.known_from = ? %4$s
                union all
                select f.shard, f.source_id, f.cut, %3$s, -f.quantity, -1 from fact f
                where f.shard = any (?) and f.source_id = ? and f.known_to = ? %4$s
            ) changed (shard, source_id, cut, %2$s, quantity, facts)
            group by shard, source_id, cut, %2$s
            order by shard, source_id, cut, %2$s
            on conflict (shard, source_id, cut, %2$s) do update
            set quantity = r.quantity + excluded.quantity, facts = r.facts + excluded.facts
            """;

    private static final String FORGET_EMPTY =
            """
            delete from %1$s r using fact f
            where f.shard = any (?) and f.source_id = ? and f.known_to = ? %4$s
                and r.shard = f.shard and r.source_id = f.source_id and r.cut = f.cut
                and (%5$s) = (%3$s) and r.facts = 0
            """;

    private static final String FILL =
            """
            insert into %1$s (shard, source_id, cut, %2$s, quantity, facts)
            select f.shard, f.source_id, f.cut, %3$s, sum(f.quantity), count(*)
            from fact f
            where f.shard = any (?) and f.source_id = ? and f.known_to is null %4$s
            group by f.shard, f.source_id, f.cut, %3$s
            """;

    private static final String OF_CUTS = "and f.cut = any (?)";

    private final Database database;

    RollUps(Database database) {
        this.database = database;
    }

    /// Keeps these cuts of the source by slot from now on, with what is current of them.
    void keepBySlot(SourceId source, Set<String> cuts) {
        var added = new HashSet<>(cuts);
        added.removeAll(cutsBySlot(source));
        if (added.isEmpty()) {
            return;
        }
        database.update(
                "insert into cut_by_slot (source_id, cut) select ?, unnest(?)",
                source.value(),
                Database.texts(added));
        database.update(
                BY_SLOT.statement(FILL, OF_CUTS),
                Shards.all(),
                source.value(),
                Database.texts(added));
    }

    private List<String> cutsBySlot(SourceId source) {
        return database.query(
                "select cut from cut_by_slot where source_id = ?",
                row -> row.getString(1),
                source.value());
    }

    /// Takes over what a version of the ledger changed in these shards.
    void follow(SourceId source, long version, Integer[] shards) {
        var changed = List.<Object>of(shards, source.value(), version);
        for (var rollUp : BY_DAY) {
            follow(rollUp, "", changed);
        }
        var cuts = cutsBySlot(source);
        if (!cuts.isEmpty()) {
            var ofCuts = new ArrayList<>(changed);
            ofCuts.add(Database.texts(cuts));
            follow(BY_SLOT, OF_CUTS, ofCuts);
        }
    }

    private void follow(RollUp rollUp, String restriction, List<Object> changed) {
        var openedAndClosed = new ArrayList<>(changed);
        openedAndClosed.addAll(changed);
        database.update(rollUp.statement(CHANGE, restriction), openedAndClosed.toArray());
        database.update(rollUp.statement(FORGET_EMPTY, restriction), changed.toArray());
    }
}
