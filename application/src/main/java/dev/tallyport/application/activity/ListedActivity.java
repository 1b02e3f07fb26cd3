package dev.tallyport.application.activity;

import dev.tallyport.connector.spi.Activity.Kind;
import dev.tallyport.domain.source.SourceName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that was done with an agent, as its vendor states it now.
///
/// @param id unique in its source and kind
/// @param user the vendor's id; empty for nobody known
/// @param organization the vendor's id; empty where it is tied to none
/// @param parent the session that it belongs to
/// @param title empty where there is none, or it is hidden
/// @param isTitleHidden whether whoever asks may not see its title, nor its tags
/// @param figures by meter, of its whole life so far; one that is not stated is not in it
/// @param attributes in the vendor's words
public record ListedActivity(
        SourceName source,
        Kind kind,
        String id,
        Instant start,
        Optional<Instant> updated,
        Optional<String> user,
        Optional<String> organization,
        Optional<String> parent,
        Optional<String> title,
        boolean isTitleHidden,
        Map<String, BigDecimal> figures,
        Map<String, List<String>> attributes) {

    public ListedActivity {
        figures = Map.copyOf(figures);
        attributes = Map.copyOf(attributes);
    }

    /// Where it stands in a list.
    public Place place() {
        return new Place(start, source, kind, id);
    }

    Optional<String> word(String attribute) {
        return words(attribute).stream().findFirst();
    }

    List<String> words(String attribute) {
        return attributes.getOrDefault(attribute, List.of());
    }
}
