package dev.tallyport.adapter.rest.activity;

import dev.tallyport.adapter.rest.Named;
import dev.tallyport.adapter.rest.NamesView;
import dev.tallyport.adapter.rest.export.Column;
import dev.tallyport.adapter.rest.export.Table;
import dev.tallyport.adapter.rest.export.Value;
import dev.tallyport.application.activity.ListedActivity;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The columns of activities, called as the members of [ActivityView], with names beside ids.
final class ActivityTable {

    static final Table<Named<ListedActivity>> TABLE =
            new Table<>(
                    "activities",
                    "Activities",
                    Stream.of(
                                    Named.<ListedActivity>columns(Dimension.SOURCE),
                                    Named.own(
                                            List.of(
                                                    Column.<ListedActivity>given(
                                                            "kind",
                                                            "Kind",
                                                            one ->
                                                                    KindOfActivity.written(
                                                                            one.kind())),
                                                    Column.given("id", "Id", ListedActivity::id),
                                                    Column.moment(
                                                            "start",
                                                            "Start",
                                                            one -> Optional.of(one.start())),
                                                    Column.moment(
                                                            "updated",
                                                            "Updated",
                                                            ListedActivity::updated))),
                                    Named.<ListedActivity>columns(Dimension.USER),
                                    Named.<ListedActivity>columns(Dimension.ORGANIZATION),
                                    Named.own(
                                            List.of(
                                                    Column.text(
                                                            "parent",
                                                            "Parent",
                                                            ListedActivity::parent),
                                                    Column.text(
                                                            "title",
                                                            "Title",
                                                            ListedActivity::title),
                                                    Column.truth(
                                                            "titleHidden",
                                                            "Title hidden",
                                                            one ->
                                                                    Optional.of(
                                                                            one.isTitleHidden())),
                                                    Column.several(
                                                            "figures",
                                                            "Figures",
                                                            ActivityTable::figures),
                                                    Column.several(
                                                            "attributes",
                                                            "Attributes",
                                                            ActivityTable::attributes))))
                            .flatMap(List::stream)
                            .toList());

    private ActivityTable() {}

    static Group named(ListedActivity activity) {
        return NamesView.named(activity.source(), activity.user(), activity.organization());
    }

    private static Value figures(ListedActivity activity) {
        var figures = new TreeMap<String, Value>();
        activity.figures()
                .forEach((meter, figure) -> figures.put(meter, new Value.Decimal(figure)));
        return new Value.Members(figures);
    }

    private static Value attributes(ListedActivity activity) {
        var attributes = new TreeMap<String, Value>();
        activity.attributes()
                .forEach((name, words) -> attributes.put(name, Value.Several.ofTexts(words)));
        return new Value.Members(attributes);
    }
}
