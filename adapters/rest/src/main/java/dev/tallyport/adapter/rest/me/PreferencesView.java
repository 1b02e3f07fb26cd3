package dev.tallyport.adapter.rest.me;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.domain.view.ColorScheme;
import dev.tallyport.domain.view.Preferences;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How pages are to look to whoever asks.
@Schema(name = "Preferences", description = "How pages are to look to whoever asks")
record PreferencesView(
        @Schema(
                        description = "Whose days and hours are meant; null for each source's own",
                        nullable = true,
                        examples = "Europe/Berlin")
                @Nullable String zone,
        @Schema(
                        required = true,
                        description = "auto is as the device is set",
                        enumeration = {"light", "dark", "auto"})
                String colorScheme,
        @Schema(
                        description =
                                "The path of the page to begin with; null for the application's own"
                                        + " choice",
                        nullable = true,
                        maxLength = 500,
                        examples = "/costs")
                @Nullable String landing) {

    private static final String ZONE = "zone";
    private static final String COLOR_SCHEME = "colorScheme";
    private static final String LANDING = "landing";

    private static final Kind<ZoneId> A_ZONE =
            Kind.of("an IANA zone, such as Europe/Berlin", PreferencesView::zone);
    private static final Kind<ColorScheme> A_COLOR_SCHEME =
            Kind.of("light, dark or auto", PreferencesView::colorScheme);

    static PreferencesView of(Preferences preferences) {
        return new PreferencesView(
                preferences.zone().map(ZoneId::getId).orElse(null),
                written(preferences.colorScheme()),
                preferences.landing().orElse(null));
    }

    static Preferences of(byte[] sent) {
        var body = Body.of(sent, ZONE, COLOR_SCHEME, LANDING);
        var zone = body.oneOrNull(ZONE, A_ZONE);
        var colorScheme = body.required(COLOR_SCHEME, A_COLOR_SCHEME);
        var landing = body.oneOrNull(LANDING, Kind.PAGE);
        body.requireValid();
        return new Preferences(zone, colorScheme.orElseThrow(), landing);
    }

    private static Optional<ZoneId> zone(String text) {
        return Optional.of(text).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    }

    private static String written(ColorScheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<ColorScheme> colorScheme(String text) {
        return Arrays.stream(ColorScheme.values())
                .filter(scheme -> written(scheme).equals(text))
                .findFirst();
    }
}
