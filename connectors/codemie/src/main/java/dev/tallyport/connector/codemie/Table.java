package dev.tallyport.connector.codemie;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Reject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// All pages of a table. Its columns decide what its rows mean; others than those asked for are
/// ignored.
final class Table {

    /// One answer.
    private record Page(
            String request, Set<String> columns, List<JsonValue> rows, Optional<JsonValue> totals) {

        void require(String column) {
            if (!columns.contains(column)) {
                throw new Unreadable(
                        new Reject(
                                request,
                                "$.data.columns",
                                "expected a column '" + column + "', found none of that id"));
            }
        }
    }

    private final List<Page> pages = new ArrayList<>();

    /// The whole of a table that the vendor does not page.
    static Table unpaged(String request, JsonNode answer) {
        var table = new Table();
        table.add(request, answer, Integer.MAX_VALUE);
        return table;
    }

    /// @param pageSize how many rows were asked for: so many of them are an end only when the
    ///   vendor says so
    /// @return whether there are more pages after this one
    /// @throws Unreadable when it cannot be told whether there are
    boolean add(String request, JsonNode answer, int pageSize) {
        try {
            var root = JsonValue.root(answer);
            var data = root.member("data");
            var columns = new HashSet<String>();
            for (var column : data.array("columns")) {
                columns.add(column.text("id"));
            }
            var page =
                    new Page(request, columns, data.array("rows"), data.optionalMember("totals"));
            pages.add(page);
            var pagination = root.optionalMember("pagination");
            if (pagination.isEmpty() && page.rows().size() >= pageSize) {
                throw endless(
                        request, "$", "expected 'pagination' beside a full page, found nothing");
            }
            boolean hasMore = pagination.isPresent() && pagination.get().flag("has_more");
            if (hasMore && page.rows().isEmpty()) {
                throw endless(
                        request, "$.data.rows", "expected rows where more follow, found none");
            }
            return hasMore;
        } catch (MalformedMember malformed) {
            throw malformed.toFailure(request);
        }
    }

    private static Unreadable endless(String request, String path, String reason) {
        return new Unreadable(new Reject(request, path, reason));
    }

    void addAll(Table other) {
        pages.addAll(other.pages);
    }

    /// What a column says of each name, added where a name occurs again; empty where the vendor
    /// states a name and no figure.
    Map<String, Optional<BigDecimal>> figures(String names, String column) {
        var figures = new LinkedHashMap<String, Optional<BigDecimal>>();
        each(
                List.of(names, column),
                row -> figures.merge(row.text(names), Amounts.of(row, column), Table::sum));
        return figures;
    }

    private static Optional<BigDecimal> sum(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(one.get().add(other.get()))
                : one.or(() -> other);
    }

    /// What a column calls things.
    Set<String> names(String column) {
        var names = new HashSet<String>();
        each(List.of(column), row -> names.add(row.text(column)));
        return names;
    }

    int size() {
        return pages.stream().mapToInt(page -> page.rows().size()).sum();
    }

    /// Hands over each row.
    ///
    /// @param columns those that the reader needs
    void each(List<String> columns, Consumer<JsonValue> reader) {
        for (var page : pages) {
            columns.forEach(page::require);
            for (var row : page.rows()) {
                try {
                    columns.forEach(column -> requireMember(row, column));
                    reader.accept(row);
                } catch (MalformedMember malformed) {
                    throw Unreadable.of(page.request(), malformed);
                }
            }
        }
    }

    /// A row states by null what is not known, and leaves nothing out.
    private static void requireMember(JsonValue row, String column) {
        if (!row.has(column)) {
            throw new MalformedMember(
                    row.path() + "." + column, "expected a value or null, found nothing");
        }
    }

    /// The vendor's own total of a column over all pages.
    Optional<BigDecimal> total(String column) {
        var total = Optional.<BigDecimal>empty();
        var requests = new HashSet<String>();
        for (var page : pages) {
            // Every page of a list repeats the total.
            if (page.totals().isPresent() && requests.add(withoutPage(page.request()))) {
                try {
                    total = sum(total, Amounts.of(page.totals().get(), column));
                } catch (MalformedMember malformed) {
                    throw Unreadable.of(page.request(), malformed);
                }
            }
        }
        return total;
    }

    private static String withoutPage(String request) {
        return request.replaceFirst("&page=.*", "");
    }
}
