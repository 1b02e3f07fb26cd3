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
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what whoever asks may read in place of the ids in rows: what the lists of [FindChoices]
/// call it, and the vendor of a source.
@ApplicationScoped
public class FindNames {

    private static final Set<Dimension> NAMED =
            Set.of(Dimension.USER, Dimension.ORGANIZATION, Dimension.PERSON, Dimension.SOURCE);

    private final Sources sources;
    private final Connectors connectors;
    private final Labels labels;

    FindNames(Sources sources, Connectors connectors, Labels labels) {
        this.sources = sources;
        this.connectors = connectors;
        this.labels = labels;
    }

    /// Names in rows that may be of several sources. An id that another source uses, too, has no
    /// name of that one's unless whoever asks may see whom it means there.
    ///
    /// @param visibility with which the rows were asked for
    /// @param filter that leaves out sources
    public DisplayNames of(
            Viewer viewer, Visibility visibility, Filter filter, Collection<Group> rows) {
        if (rows.stream().allMatch(row -> Collections.disjoint(row.values().keySet(), NAMED))) {
            return DisplayNames.NONE;
        }
        var known = sources.all();
        var seen = Seen.by(viewer, parts(known, visibility));
        var found = new ArrayList<Label>();
        found.addAll(users(seen, filter, idsIn(rows, Dimension.USER)));
        found.addAll(organizations(seen, filter, idsIn(rows, Dimension.ORGANIZATION)));
        found.addAll(people(seen, idsIn(rows, Dimension.PERSON)));
        found.addAll(vendors(known, idsIn(rows, Dimension.SOURCE)));
        return new DisplayNames(found);
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
                : labels.ofUsers(seen, ids).entrySet().stream()
                        .map(one -> label(one.getKey(), one.getValue()))
                        .filter(label -> keeps(filter, label))
                        .toList();
    }

    private List<Label> organizations(Seen seen, Filter filter, Set<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : labels.ofOrganizations(seen, ids).entrySet().stream()
                        .map(one -> label(one.getKey(), one.getValue()))
                        .filter(label -> keeps(filter, label))
                        .toList();
    }

    private static Label label(VendorUser user, String label) {
        return new Label(Dimension.USER, user.id(), Optional.of(user.source()), label);
    }

    private static Label label(VendorOrganization organization, String label) {
        return new Label(
                Dimension.ORGANIZATION,
                organization.id(),
                Optional.of(organization.source()),
                label);
    }

    private static boolean keeps(Filter filter, Label label) {
        return label.source().filter(filter::keeps).isPresent();
    }

    private List<Label> people(Seen seen, Set<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var people =
                ids.stream()
                        .map(id -> new Principal.Person(Long.parseLong(id)))
                        .collect(Collectors.toSet());
        return labels.ofPeople(seen, people).entrySet().stream()
                .map(one -> label(one.getKey(), one.getValue()))
                .toList();
    }

    private static Label label(Principal.Person person, String label) {
        return new Label(Dimension.PERSON, Long.toString(person.id()), Optional.empty(), label);
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
