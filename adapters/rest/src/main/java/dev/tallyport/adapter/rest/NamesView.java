package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What people read in place of the ids in an answer.
@Schema(
        name = "Names",
        description =
                "What people read in place of the ids in this answer, as the lists for filters call"
                        + " it. An id without a name that whoever asks may be told is not in it, nor"
                        + " one that is called differently in these rows.")
public record NamesView(
        @Schema(required = true, examples = "{\"email|1\": \"Ada Lovelace\"}")
                SortedMap<String, String> user,
        @Schema(required = true, examples = "{\"7\": \"Ada Lovelace\"}")
                SortedMap<String, String> person,
        @Schema(required = true, examples = "{\"org-1\": \"Platform\"}")
                SortedMap<String, String> organization,
        @Schema(
                        required = true,
                        description = "The vendors that sources are of",
                        examples = "{\"acme\": \"Devin\"}")
                SortedMap<String, String> source) {

    /// @param rows all of the answer, by what they name
    /// @param find finds the names in rows
    public static NamesView of(List<Group> rows, Function<List<Group>, DisplayNames> find) {
        var names = find.apply(rows);
        return new NamesView(
                names.of(rows, Dimension.USER),
                names.of(rows, Dimension.PERSON),
                names.of(rows, Dimension.ORGANIZATION),
                names.of(rows, Dimension.SOURCE));
    }

    /// What a row of one source names.
    public static Group named(
            SourceName source, Optional<String> user, Optional<String> organization) {
        var named = new EnumMap<Dimension, String>(Dimension.class);
        named.put(Dimension.SOURCE, source.value());
        user.ifPresent(id -> named.put(Dimension.USER, id));
        organization.ifPresent(id -> named.put(Dimension.ORGANIZATION, id));
        named.values().removeIf(String::isBlank);
        return new Group(named);
    }
}
