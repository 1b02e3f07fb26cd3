package dev.tallyport.domain.view;

import java.time.ZoneId;
import java.util.Optional;

/// How pages are to look to somebody, wherever they sign in. Only a beginning: what the address of
/// a page says goes before it.
///
/// @param zone whose days and hours are meant; empty for each source's own
/// @param landing the path of the page to begin with, as in a [PageAddress]; empty for the
///   application's own choice
public record Preferences(
        Optional<ZoneId> zone, ColorScheme colorScheme, Optional<String> landing) {

    /// Of whoever said nothing.
    public static final Preferences NONE =
            new Preferences(Optional.empty(), ColorScheme.AUTO, Optional.empty());

    public Preferences {
        if (landing.filter(path -> !PageAddress.isPath(path)).isPresent()) {
            throw new IllegalArgumentException(
                    "Pages begin with the path of one, such as /costs, not '"
                            + landing.get()
                            + "'.");
        }
    }
}
