package dev.tallyport.application.reporting;

import dev.tallyport.application.reporting.Choices.Part;
import dev.tallyport.application.reporting.Choices.Seen;
import dev.tallyport.application.reporting.DisplayNames.Label;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what whoever asks may read in place of the ids in rows: what the lists of [FindChoices]
/// call it, and the vendor of a source.
@ApplicationScoped
public class FindNames {

    private final Sources sources;
    private final Connectors connectors;
    private final Choices choices;

    FindNames(Sources sources, Connectors connectors, Choices choices) {
        this.sources = sources;
        this.connectors = connectors;
        this.choices = choices;
    }

    /// Names in rows that may be of several sources. An id that another source uses, too, has no
    /// name of that one's unless whoever asks may see whom it means there.
    ///
    /// @param visibility with which the rows were asked for
    /// @param filter that leaves out sources
    public DisplayNames of(
            Viewer viewer, Visibility visibility, Filter filter, Collection<Group> rows) {
        var known = sources.all();
        var seen = Seen.by(viewer, parts(known, visibility));
        var labels = new ArrayList<Label>();
        labels.addAll(users(seen, filter, idsIn(rows, Dimension.USER)));
        labels.addAll(organizations(seen, filter, idsIn(rows, Dimension.ORGANIZATION)));
        labels.addAll(people(seen, idsIn(rows, Dimension.PERSON)));
        labels.addAll(vendors(known, idsIn(rows, Dimension.SOURCE)));
        return new DisplayNames(labels);
    }

    /// Names in rows that each name their source. Whoever may see such a row may know what its
    /// vendor calls whom it is of.
    public DisplayNames of(Viewer viewer, Collection<Group> rows) {
        return of(viewer, new Visibility.Everything(), Filter.ALL, rows);
    }

    private static List<Part> parts(List<SourceState> known, Visibility visibility) {
        return known.stream()
                .flatMap(source ->
                        Rows.of(visibility, source.name()).stream()
                                .map(rows -> new Part(source.id(), rows)))
                .toList();
    }

    private static Set<String> idsIn(Collection<Group> rows, Dimension dimension) {
        return rows.stream()
                .flatMap(row -> row.value(dimension).stream())
                .collect(Collectors.toSet());
    }

    private List<Label> users(Seen seen, Filter filter, Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : choices.users(seen, ids).stream()
                        .filter(one -> filter.keeps(one.user().source()))
                        .map(one ->
                                new Label(
                                        Dimension.USER,
                                        one.user().id(),
                                        Optional.of(one.user().source()),
                                        one.place().label()))
                        .toList();
    }

    private List<Label> organizations(Seen seen, Filter filter, Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : choices.organizations(seen, ids).stream()
                        .filter(one -> filter.keeps(one.organization().source()))
                        .map(one ->
                                new Label(
                                        Dimension.ORGANIZATION,
                                        one.organization().id(),
                                        Optional.of(one.organization().source()),
                                        one.place().label()))
                        .toList();
    }

    private List<Label> people(Seen seen, Set<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var people =
                ids.stream()
                        .map(id -> new Principal.Person(Long.parseLong(id)))
                        .collect(Collectors.toSet());
        return choices.labels(seen, people).entrySet().stream()
                .map(one ->
                        new Label(
                                Dimension.PERSON,
                                Long.toString(one.getKey().id()),
                                Optional.empty(),
                                one.getValue()))
                .toList();
    }

    private List<Label> vendors(List<SourceState> known, Set<String> ids) {
        return known.stream()
                .filter(source -> ids.contains(source.name().value()))
                .flatMap(source ->
                        connectors.find(source.connector()).stream()
                                .map(connector ->
                                        new Label(
                                                Dimension.SOURCE,
                                                source.name().value(),
                                                Optional.of(source.name()),
                                                connector.descriptor().name())))
                .toList();
    }
}
