package dev.tallyport.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PageTest {

    @Property
    void pagesFollowEachOtherWithoutAGapOrARepetition(
            @ForAll @IntRange(max = 30) int rows, @ForAll @IntRange(min = 1, max = 10) int limit) {
        var all = IntStream.rangeClosed(1, rows).boxed().toList();

        var paged = new ArrayList<Integer>();
        var page = pageAfter(0, all, limit);
        paged.addAll(page.rows());
        while (page.hasMore()) {
            page = pageAfter(page.next(row -> row).orElseThrow(), all, limit);
            paged.addAll(page.rows());
        }

        assertThat(paged).isEqualTo(all);
        assertThat(page.next(row -> row)).isEmpty();
    }

    private static Page<Integer> pageAfter(int after, List<Integer> all, int limit) {
        return Page.of(limit, most -> all.stream().filter(row -> row > after).limit(most).toList());
    }
}
