package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.activity.Measured;
import dev.tallyport.application.activity.Metrics.ActiveUsers;
import java.util.List;
import java.util.Optional;

/// The columns of active people by period, called as the members of [ActivePeriodsView].
final class ActivePeriodsTable {

    static final Table<ActiveUsers> TABLE =
            new Table<>(
                    "activeUsers",
                    "Active users",
                    List.of(
                            Column.moment("from", "From", active -> Optional.of(active.start())),
                            Column.moment("to", "To", active -> Optional.of(active.end())),
                            Column.whole(
                                    "activeUsers",
                                    "Active users",
                                    active -> Optional.of(active.people()))));

    private static final Table<Measured.Standing> SOURCES =
            new Table<>(
                    "sources",
                    "Sources",
                    List.of(
                            Column.given("source", "Source", standing -> standing.source().value()),
                            Column.given(
                                    "says",
                                    "Says",
                                    standing -> joined(KindOfActivity.written(standing.says()))),
                            Column.given(
                                    "doesNotSay",
                                    "Does not say",
                                    standing -> joined(KindOfActivity.written(standing.saysNot()))),
                            Column.moment("readAt", "Read at", Measured.Standing::readAt)));

    private ActivePeriodsTable() {}

    /// How each source took part; where none says, there are no rows, which is not zero.
    static Summary summary(Measured<List<ActiveUsers>> measured) {
        return new Summary(List.of(new Summary.Part<>(SOURCES, measured.sources())));
    }

    private static String joined(List<String> words) {
        return String.join(", ", words);
    }
}
