package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Which rows of an answer are wanted. The rows before them are counted in one version of the data,
/// so that no row is missed or told twice.
///
/// @param after where they begin; empty for the first
/// @param limit how many at most; empty for all of them
record UsagePage(Optional<Cursor> after, Optional<Integer> limit) {

    private static final int MOST = 10_000;

    private static final Kind<Cursor> A_CURSOR = Kind.of("next of the page before", Cursor::find);

    /// @param rows how many come before
    record Cursor(long dataVersion, int rows) {

        private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})-([0-9]{1,9})");

        static Optional<Cursor> find(String text) {
            var written = WRITTEN.matcher(text);
            return written.matches()
                    ? Optional.of(
                            new Cursor(
                                    Long.parseLong(written.group(1)),
                                    Integer.parseInt(written.group(2))))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return dataVersion + "-" + rows;
        }
    }

    /// What is wrong is left with the query.
    static UsagePage of(Query query) {
        return new UsagePage(
                query.one(Query.AFTER, A_CURSOR), query.one(Query.LIMIT, Kind.whole(MOST)));
    }

    /// @param find finds the names in rows
    /// @throws ProblemException when the data are others than those of the page before
    UsageView of(Question question, Answer answer, Function<List<Group>, DisplayNames> find) {
        after.filter(cursor -> cursor.dataVersion() != answer.dataVersion())
                .ifPresent(cursor -> {
                    throw ProblemException.conflict(
                            "The data changed from version %d to %d since the page before; begin with"
                                            .formatted(cursor.dataVersion(), answer.dataVersion())
                                    + " the first page again");
                });
        var rows = answer.tables().getFirst().rows();
        int first = Math.min(after.map(Cursor::rows).orElse(0), rows.size());
        int last = Math.min(first + limit.orElse(rows.size()), rows.size());
        var next =
                last < rows.size()
                        ? Optional.of(new Cursor(answer.dataVersion(), last))
                        : Optional.<Cursor>empty();
        return UsageView.of(question, answer, rows.subList(first, last), next, find);
    }
}
