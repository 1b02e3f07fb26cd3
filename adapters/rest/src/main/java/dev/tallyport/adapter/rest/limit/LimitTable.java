package dev.tallyport.adapter.rest.limit;

import dev.tallyport.adapter.rest.Named;
import dev.tallyport.adapter.rest.NamesView;
import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.application.limit.StatedLimit;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The columns of limits, called as the members of [LimitView], with names beside ids; the cycle
/// has two.
final class LimitTable {

    static final Table<Named<StatedLimit>> TABLE =
            new Table<>(
                    "limits",
                    "Limits",
                    Stream.of(
                                    Named.<StatedLimit>columns(Dimension.SOURCE),
                                    Named.own(
                                            List.of(
                                                    Column.given(
                                                            "limit", "Limit", StatedLimit::name))),
                                    Named.<StatedLimit>columns(Dimension.USER),
                                    Named.<StatedLimit>columns(Dimension.ORGANIZATION),
                                    Named.own(
                                            List.of(
                                                    Column.text(
                                                            "product",
                                                            "Product",
                                                            StatedLimit::product),
                                                    Column.truth(
                                                            "ofEachUser",
                                                            "Of each user",
                                                            one -> Optional.of(one.isOfEachUser())),
                                                    Column.decimal(
                                                            "most", "Most", StatedLimit::most),
                                                    Column.decimal(
                                                            "used", "Used", StatedLimit::used),
                                                    Column.given("unit", "Unit", StatedLimit::unit),
                                                    Column.day(
                                                            "cycleFrom",
                                                            "Cycle from",
                                                            one ->
                                                                    one.cycle()
                                                                            .map(cycle ->
                                                                                    cycle.start())),
                                                    Column.day(
                                                            "cycleTo",
                                                            "Cycle to",
                                                            one ->
                                                                    one.cycle()
                                                                            .map(cycle ->
                                                                                    cycle.end())),
                                                    Column.text("word", "Word", StatedLimit::word),
                                                    Column.moment(
                                                            "since",
                                                            "Since",
                                                            one -> Optional.of(one.since())))))
                            .flatMap(List::stream)
                            .toList());

    private LimitTable() {}

    static Group named(StatedLimit limit) {
        return NamesView.named(limit.source(), limit.user(), limit.organization());
    }
}
