package dev.tallyport.connector.codemie;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.http.VendorApi;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Reject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// `/v1/analytics/…`: pages from zero, none of which reaches beyond the deepest item. Safe for
/// threads.
///
/// @param pageSize at most 1000
/// @param deepestItem beyond which the vendor refuses to page
record CodeMieApi(VendorApi api, int pageSize, int deepestItem) {

    private static final String ANALYTICS = "/v1/analytics/";

    /// CodeMie lists no more assistants, and does not say when there are.
    private static final int MOST_ASSISTANTS = 1000;

    private static final String USER = "/v1/user";

    CodeMieApi(VendorApi api) {
        this(api, 1000, 10_000);
    }

    /// Why the account does not see everybody, if so.
    Optional<String> narrowness() {
        return Rights.narrowness(USER, api.get(USER));
    }

    /// What everybody did together, or everybody in one project.
    Reading<Summary> summary(String name, Stretch stretch, Optional<String> project) {
        var request = ANALYTICS + name + "?" + stretch.query() + filter(project);
        return Reading.of(() -> Summary.of(request, ask(request, project)));
    }

    /// A table whose figures may be added over time: one that is too deep to page through is read
    /// in shorter and shorter stretches.
    Reading<Table> additive(String name, Stretch stretch, Optional<String> project) {
        return Reading.of(() -> additiveTable(name, stretch, project));
    }

    private Table additiveTable(String name, Stretch stretch, Optional<String> project) {
        return pages(
                name + "?" + stretch.query() + filter(project),
                project,
                () -> {
                    var halves =
                            stretch.halves().orElseThrow(() -> tooLong(name, stretch, deepestItem));
                    var table = new Table();
                    halves.forEach(half -> table.addAll(additiveTable(name, half, project)));
                    return table;
                });
    }

    /// A table that counts what is distinct, and so cannot be put together from parts.
    Reading<Table> whole(String name, Stretch stretch) {
        return Reading.of(() -> {
            var table =
                    pages(
                            name + "?" + stretch.query(),
                            Optional.empty(),
                            () -> {
                                throw tooLong(name, stretch, deepestItem);
                            });
            if (name.equals(DayPass.CHATS) && table.size() >= MOST_ASSISTANTS) {
                throw tooLong(name, stretch, MOST_ASSISTANTS - 1);
            }
            return table;
        });
    }

    private Table pages(String question, Optional<String> project, Supplier<Table> whenTooDeep) {
        var table = new Table();
        for (int page = 0; (page + 1) * pageSize <= deepestItem; page++) {
            var request = ANALYTICS + question + "&page=" + page + "&per_page=" + pageSize;
            if (!table.add(request, ask(request, project), pageSize)) {
                return table;
            }
        }
        return whenTooDeep.get();
    }

    private static Unreadable tooLong(String name, Stretch stretch, int most) {
        return new Unreadable(
                new Reject(
                        ANALYTICS + name + "?" + stretch.query(),
                        "$.data.rows",
                        "expected at most "
                                + most
                                + " rows, beyond which CodeMie does not list, found more"));
    }

    /// The budgets of a user, or nothing where the vendor does not know the user.
    Optional<Reading<Table>> budgets(String user) {
        var request = ANALYTICS + "budget_usage?user_id=" + Uris.queryValue(user);
        return api.find(request).map(answer -> Reading.of(() -> Table.unpaged(request, answer)));
    }

    /// The accounts that are active, or those that a text is found in.
    Reading<List<DirectoryEntry.Person>> users(Optional<String> search) {
        var request =
                ANALYTICS
                        + "users"
                        + search.map(text -> "?search=" + Uris.queryValue(text)).orElse("");
        return Reading.of(() -> {
            try {
                return JsonValue.root(api.get(request)).member("data").array("users").stream()
                        .map(CodeMieApi::personOf)
                        .toList();
            } catch (MalformedMember malformed) {
                throw Unreadable.of(request, malformed);
            }
        });
    }

    private static DirectoryEntry.Person personOf(JsonValue user) {
        var name = user.optionalText("name");
        boolean isAddress = name.filter(Names::isAddress).isPresent();
        return DirectoryEntry.Person.named(
                Names.requireUsable(user, "id"),
                isAddress ? Optional.empty() : name,
                isAddress ? name : Optional.empty());
    }

    private JsonNode ask(String request, Optional<String> project) {
        var answer = api.get(request);
        Rights.requireUnnarrowed(request, answer, project.map(Set::of).orElse(Set.of()));
        return answer;
    }

    private static String filter(Optional<String> project) {
        return project.map(name -> "&projects=" + Uris.queryValue(name)).orElse("");
    }
}
