package dev.tallyport.application.reporting;

import dev.tallyport.application.ingestion.Translation;
import dev.tallyport.application.reporting.Choices.Part;
import dev.tallyport.application.reporting.Choices.Place;
import dev.tallyport.application.reporting.Choices.Seen;
import dev.tallyport.application.reporting.Choices.Wanted;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// Lists what questions about usage can be filtered by, as far as whoever asks may see usage of it.
@ApplicationScoped
public class FindChoices {

    private static final Comparator<Place> PLACES =
            Comparator.comparing((Place place) -> folded(place.label())).thenComparing(Place::key);

    /// @param connectorName the vendor's name as people know it
    public record Source(Place place, SourceName source, String connector, String connectorName) {}

    /// What some sources measure.
    ///
    /// @param unit empty where each fact names its own
    /// @param money what an amount says, when it is money
    public record Meter(
            Place place,
            String meter,
            Optional<String> unit,
            Optional<MoneyKind> money,
            List<SourceName> sources) {

        public Meter {
            sources = List.copyOf(sources);
        }
    }

    private record Answering(SourceState source, ConnectorDescriptor descriptor, Rows rows) {}

    private final Sources sources;
    private final Connectors connectors;
    private final Choices choices;

    FindChoices(Sources sources, Connectors connectors, Choices choices) {
        this.sources = sources;
        this.connectors = connectors;
        this.choices = choices;
    }

    public List<Choices.User> users(Viewer viewer, Wanted wanted) {
        return choices.users(seen(viewer), wanted);
    }

    public List<Choices.Person> people(Viewer viewer, Wanted wanted) {
        return choices.people(seen(viewer), wanted);
    }

    public List<Choices.Organization> organizations(Viewer viewer, Wanted wanted) {
        return choices.organizations(seen(viewer), wanted);
    }

    /// @param dimension a product, model or activity
    public List<Choices.Name> names(Viewer viewer, Dimension dimension, Wanted wanted) {
        return choices.names(seen(viewer), dimension, wanted);
    }

    public List<Source> sources(Viewer viewer, Wanted wanted) {
        return wanted(
                answering(viewer).stream().map(FindChoices::source).toList(),
                Source::place,
                one -> holds(one.source().value(), wanted) || holds(one.connectorName(), wanted),
                wanted);
    }

    /// What installed connectors measure of sources, and tell apart as far as may be seen.
    public List<Meter> meters(Viewer viewer, Wanted wanted) {
        var measured = new TreeMap<Place, Meter>(PLACES);
        for (var known : answering(viewer)) {
            known.descriptor().cuts().stream()
                    .filter(cut -> cut.total().isEmpty())
                    .filter(cut ->
                            Translation.dimensionsOf(cut).containsAll(known.rows().dimensions()))
                    .map(cut -> meter(cut, known.source().name()))
                    .forEach(meter -> measured.merge(meter.place(), meter, FindChoices::together));
        }
        return wanted(
                List.copyOf(measured.values()),
                Meter::place,
                one -> holds(one.place().label(), wanted) || holds(one.meter(), wanted),
                wanted);
    }

    private Seen seen(Viewer viewer) {
        return Seen.by(
                viewer,
                answering(viewer).stream()
                        .map(known -> new Part(known.source().id(), known.rows()))
                        .toList());
    }

    /// The sources that answer questions of the viewer, by name.
    private List<Answering> answering(Viewer viewer) {
        var visibility = viewer.visibility(Subject.CONSUMPTION);
        return sources.all().stream()
                .sorted(Comparator.comparing(SourceState::name))
                .flatMap(source ->
                        Rows.of(visibility, source.name()).stream()
                                .flatMap(rows ->
                                        connectors.find(source.connector()).stream()
                                                .map(connector ->
                                                        new Answering(
                                                                source,
                                                                connector.descriptor(),
                                                                rows))))
                .toList();
    }

    private static Source source(Answering known) {
        var name = known.source().name();
        return new Source(
                new Place(name.value(), name.value()),
                name,
                known.source().connector(),
                known.descriptor().name());
    }

    private static Meter meter(Cut cut, SourceName source) {
        var key =
                String.join(
                        "/",
                        cut.meter(),
                        cut.unit().orElse(""),
                        cut.money().map(Enum::name).orElse(""));
        return new Meter(
                new Place(labelOf(cut), key),
                cut.meter(),
                cut.unit(),
                cut.money(),
                List.of(source));
    }

    /// Such as `Input tokens`, `ACUs` or `Cost (notional, USD)`.
    private static String labelOf(Cut cut) {
        var words = cut.meter().replace('-', ' ');
        if (cut.unit().map(unit -> words.equalsIgnoreCase(unit + "s")).orElse(false)) {
            return cut.unit().orElseThrow() + "s";
        }
        var label = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return cut.money()
                .map(kind ->
                        "%s (%s%s)"
                                .formatted(
                                        label,
                                        kind.name().toLowerCase(Locale.ROOT),
                                        cut.unit().map(unit -> ", " + unit).orElse("")))
                .orElse(label);
    }

    private static Meter together(Meter one, Meter other) {
        var both = new ArrayList<>(one.sources());
        other.sources().stream().filter(source -> !both.contains(source)).forEach(both::add);
        return new Meter(one.place(), one.meter(), one.unit(), one.money(), both);
    }

    private static <T> List<T> wanted(
            List<T> all, Function<T, Place> place, Predicate<T> isFound, Wanted wanted) {
        return all.stream()
                .filter(isFound)
                .filter(one ->
                        wanted.after()
                                .map(after -> PLACES.compare(place.apply(one), after) > 0)
                                .orElse(true))
                .sorted(Comparator.comparing(place, PLACES))
                .limit(wanted.most())
                .toList();
    }

    private static boolean holds(String text, Wanted wanted) {
        return folded(text).contains(folded(wanted.search()));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
