package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.application.reporting.DisplayNames.Label;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class NamedRowsTest {

    private final List<List<Group>> asked = new ArrayList<>();
    private final List<Integer> taken = new ArrayList<>();
    private final List<String> named = new ArrayList<>();
    private final NamedRows<Integer> rows =
            new NamedRows<>(NamedRowsTest::group, this::find, this::handOn);

    private static Group group(int row) {
        return Group.of(Dimension.USER, "user-" + row / 1000 + "-" + row % 10);
    }

    private DisplayNames find(List<Group> groups) {
        asked.add(groups);
        return new DisplayNames(
                groups.stream()
                        .flatMap(group -> group.value(Dimension.USER).stream())
                        .map(id -> new Label(Dimension.USER, id, Optional.empty(), "Ms " + id))
                        .toList());
    }

    private void handOn(Named<Integer> row) {
        taken.add(row.row());
        named.add(row.names().of(row.group(), Dimension.USER).orElse(""));
    }

    @Test
    void allRowsAreHandedOnInOrder() {
        var sent = IntStream.range(0, 2500).boxed().toList();

        sent.forEach(rows::take);
        var count = rows.finish();

        assertThat(taken).isEqualTo(sent);
        assertThat(count).isEqualTo(2500);
    }

    @Test
    void namesAreFoundForManyRowsAtOnceAndOnceForEachGroup() {
        IntStream.range(0, 2500).forEach(rows::take);
        rows.finish();

        assertThat(asked).hasSize(3).allSatisfy(groups -> assertThat(groups).hasSize(10));
    }

    @Test
    void namesAreKeptWhileTheNextRowsNameNobodyElse() {
        IntStream.range(0, 1000).forEach(rows::take);
        IntStream.range(0, 1000).map(row -> row % 5).forEach(rows::take);
        IntStream.range(500, 1500).forEach(rows::take);
        rows.finish();

        assertThat(asked).extracting(List::size).containsExactly(10, 20);
        assertThat(named).hasSize(3000).allSatisfy(row -> assertThat(row).startsWith("Ms user-"));
    }

    @Test
    void noMoreThanAThousandRowsWait() {
        IntStream.range(0, 1999).forEach(rows::take);

        assertThat(taken).hasSize(1000);
    }

    @Test
    void whereThereAreNoRowsNothingIsAsked() {
        var count = rows.finish();

        assertThat(count).isZero();
        assertThat(asked).isEmpty();
    }
}
