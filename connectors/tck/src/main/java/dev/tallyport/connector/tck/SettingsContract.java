package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.Setting;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What a connector says of itself without being asked to do anything.
public interface SettingsContract extends Contract {

    @Test
    default void describingItselfIsAlwaysTheSame() {
        try (var fixture = fixture()) {
            var descriptor = fixture.connector().descriptor();

            var again = fixture.connector().descriptor();

            Breach.unless(
                    descriptor.equals(again),
                    "the same descriptor at every call",
                    again,
                    "make it a constant");
            Breach.unless(
                    !descriptor.cuts().isEmpty() && !descriptor.settings().isEmpty(),
                    "at least one cut and one setting",
                    descriptor,
                    "declare what is measured and where the vendor answers");
        }
    }

    @Test
    default void everySettingTellsTheOperatorWhatToFillIn() {
        try (var fixture = fixture()) {
            var keys = new TreeSet<String>();
            for (var setting : fixture.connector().descriptor().settings()) {
                Breach.unless(
                        setting.key().matches("[a-z][a-z0-9-]*") && keys.add(setting.key()),
                        "one setting per key of lower-case letters, digits and dashes",
                        setting.key(),
                        "rename the setting");
                Breach.unless(
                        !setting.description().isBlank() && setting.description().endsWith("."),
                        "one sentence for the operator",
                        setting.key() + ": '" + setting.description() + "'",
                        "describe the setting");
                Breach.unless(
                        setting.secret() || !setting.key().matches(".*(secret|password|token|key)"),
                        "what is named like a secret is one",
                        setting.key(),
                        "declare it with Setting.secret, or rename it");
                setting.defaultValue()
                        .ifPresent(value -> requireValid(setting, value, "the default"));
            }
        }
    }

    @Test
    default void theFixturesSettingsAreThoseThatAnOperatorCouldSave() {
        try (var fixture = fixture()) {
            var declared = fixture.connector().descriptor().settings();
            var values = fixture.settings().values();

            var unknown = new TreeSet<>(values.keySet());
            unknown.addAll(fixture.wrongSettings().keySet());
            declared.forEach(setting -> unknown.remove(setting.key()));

            Breach.unless(
                    unknown.isEmpty(),
                    "settings that the descriptor declares",
                    unknown,
                    "declare them, or leave them out of the fixture");
            for (var setting : declared) {
                var value = values.get(setting.key());
                Breach.unless(
                        value != null || !setting.required(),
                        "a value for every required setting",
                        "none for " + setting.key(),
                        "complete the fixture's settings");
                if (value != null) {
                    requireValid(setting, value, "the fixture's value");
                }
            }
            for (var choice : fixture.connector().descriptor().eitherOf()) {
                Breach.unless(
                        values.keySet().containsAll(choice)
                                || choice.stream().noneMatch(values::containsKey),
                        "all of " + choice + " or none",
                        values.keySet(),
                        "complete the fixture's settings");
            }
        }
    }

    private static void requireValid(Setting setting, String value, String which) {
        boolean valid =
                switch (setting.type()) {
                    case TEXT, PATH -> !value.isBlank();
                    case URL ->
                            Set.of("http", "https")
                                            .contains(String.valueOf(URI.create(value).getScheme()))
                                    && URI.create(value).getRawQuery() == null;
                    case COUNT -> value.matches("[1-9][0-9]{0,2}|1000");
                    case DURATION -> Duration.parse(value).isPositive();
                    case FLAG -> value.matches("true|false");
                    case CHOICE -> setting.allowed().contains(value);
                };
        Breach.unless(
                valid,
                which + " of '" + setting.key() + "' is a " + setting.type(),
                setting.secret() ? "something else" : "'" + value + "'",
                "correct the value or the setting's type");
    }
}
