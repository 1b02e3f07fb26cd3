package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.reporting.Answer.Measure;
import dev.tallyport.application.reporting.Answer.Row;
import dev.tallyport.application.reporting.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The columns of an answer about usage, called as the members of [UsageView.Row], with names
/// beside ids.
final class UsageTable {

    private UsageTable() {}

    static Table<Named<Row>> of(Question question) {
        var columns =
                new ArrayList<>(new GroupColumns<>(Row::slot).of(question.groupings().getFirst()));
        if (question.top().isPresent()) {
            columns.addAll(
                    Named.own(
                            List.of(
                                    Column.whole(
                                            "others",
                                            "Others",
                                            row -> row.others().map(Integer::longValue)))));
        }
        columns.addAll(
                Named.own(
                        List.of(
                                Column.given("meter", "Meter", row -> row.measure().meter()),
                                Column.text("money", "Money", row -> money(row.measure())),
                                Column.decimal(
                                        "quantity",
                                        "Quantity",
                                        row -> Optional.of(row.quantity().amount())),
                                Column.given(
                                        "unit", "Unit", row -> row.quantity().unit().symbol()))));
        return new Table<>("usage", "Usage", columns);
    }

    /// What an amount of money says.
    static Optional<String> money(Measure measure) {
        return measure.money().map(kind -> kind.name().toLowerCase(Locale.ROOT));
    }
}
