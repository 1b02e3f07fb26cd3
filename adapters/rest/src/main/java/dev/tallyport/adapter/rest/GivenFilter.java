package dev.tallyport.adapter.rest;

import dev.tallyport.application.reporting.Filter;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Dimension;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whose and what is asked about, as written in a query: a parameter for each dimension, with one
/// value or several. All of them combine.
public final class GivenFilter {

    public static final String SOURCE = nameOf(Dimension.SOURCE);
    public static final String USER = nameOf(Dimension.USER);
    public static final String PERSON = nameOf(Dimension.PERSON);
    public static final String ORGANIZATION = nameOf(Dimension.ORGANIZATION);

    /// By what activities and limits are told apart.
    public static final List<Dimension> WHOSE =
            List.of(Dimension.SOURCE, Dimension.USER, Dimension.PERSON, Dimension.ORGANIZATION);

    private static final Kind<String> SOURCES =
            Kind.of(
                    "names of sources, at least one",
                    text -> Kind.SOURCE.parse().apply(text).map(SourceName::value));
    private static final Kind<String> PERSONS =
            Kind.of("numbers of persons, me or source/user, at least one", GivenFilter::person);
    private static final Kind<String> IDS =
            Kind.of("ids of at most 512 characters, at least one", Kind.VENDOR_ID.parse());

    private GivenFilter() {}

    /// What is wrong is left with the query, and the filter is worth nothing then.
    ///
    /// @param dimensions those that the query may have a parameter for
    public static Filter of(Query query, Collection<Dimension> dimensions) {
        var only = new EnumMap<Dimension, Set<String>>(Dimension.class);
        for (var dimension : dimensions) {
            var kind = kindOf(dimension);
            query.several(nameOf(dimension), kind.expected(), kind.parse())
                    .ifPresent(values -> only.put(dimension, values));
        }
        return new Filter(only, Map.of());
    }

    private static Kind<String> kindOf(Dimension dimension) {
        return switch (dimension) {
            case SOURCE -> SOURCES;
            case PERSON -> PERSONS;
            case USER, ORGANIZATION, PRODUCT, MODEL, ACTIVITY -> IDS;
        };
    }

    private static Optional<String> person(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return text.equals(Filter.ME)
                    ? Optional.of(text)
                    : Kind.ID.parse().apply(text).map(number -> Long.toString(number));
        }
        return Kind.SOURCE
                .parse()
                .apply(text.substring(0, slash))
                .flatMap(_ -> Kind.VENDOR_ID.parse().apply(text.substring(slash + 1)))
                .map(_ -> text);
    }

    private static String nameOf(Dimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT);
    }
}
