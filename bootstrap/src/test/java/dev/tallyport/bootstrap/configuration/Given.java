package dev.tallyport.bootstrap.configuration;

import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keys as an operator may write them, read against a few made-up connectors.
final class Given {

    static final int FILE = 250;
    static final int ENVIRONMENT = 300;
    static final int SYSTEM_PROPERTY = 400;

    private static final ConnectorDescriptor DEVIN =
            connector(
                    "devin",
                    Setting.required("base-url", Setting.Type.URL, "Where it is."),
                    Setting.secret("api-key", "The key."),
                    Setting.choice("api-version", Set.of("v2", "v3"), "v3", "Which one."),
                    Setting.optional("page-size", Setting.Type.COUNT, "100", "How many."),
                    Setting.optional("timeout", Setting.Type.DURATION, "PT30S", "How long."));
    private static final ConnectorDescriptor ODD =
            connector(
                    "odd",
                    Setting.optional("connector", Setting.Type.TEXT, "x", "Odd."),
                    Setting.optional("eu-connector", Setting.Type.TEXT, "x", "Odd."),
                    Setting.optional("settings-x", Setting.Type.TEXT, "x", "Odd."),
                    Setting.optional("x", Setting.Type.TEXT, "x", "Odd."),
                    Setting.optional("same-name", Setting.Type.TEXT, "x", "Odd."),
                    Setting.optional("same.name", Setting.Type.TEXT, "x", "Odd."));

    private static final ConnectorDescriptor EITHER =
            connector(
                            "either",
                            Setting.optionalSecret("token", "One way."),
                            Setting.optional("client-id", Setting.Type.TEXT, "Another way."),
                            Setting.optionalSecret("client-secret", "Another way."))
                    .withEitherOf(List.of(Set.of("token"), Set.of("client-id", "client-secret")));

    private final List<GivenKey> keys = new ArrayList<>();
    private final Problems problems = new Problems();
    private boolean externalDatabase;

    private static ConnectorDescriptor connector(String id, Setting... settings) {
        return new ConnectorDescriptor(
                id, id, List.of(settings), List.of(), ZoneOffset.UTC, Duration.ofDays(3));
    }

    static Given nothing() {
        return new Given();
    }

    /// A valid source named `acme`, written to a file.
    static Given acme() {
        return nothing()
                .file("tallyport.sources.acme.connector", "devin")
                .file("tallyport.sources.acme.settings.base-url", "https://api.example.com")
                .file("tallyport.sources.acme.settings.api-key", "cog_secret");
    }

    Given file(String name, String value) {
        return key(name, value, FILE);
    }

    Given environment(String name, String value) {
        return key(name, value, ENVIRONMENT);
    }

    Given key(String name, String value, int ordinal) {
        keys.add(new GivenKey(name, value, ordinal));
        return this;
    }

    Given besideAnExternalDatabase() {
        externalDatabase = true;
        return this;
    }

    private GivenKeys keys() {
        return new GivenKeys(keys, List.of(), externalDatabase);
    }

    List<DeclaredSource> sources() {
        var sources = SourceKeys.read(keys(), List.of(DEVIN, ODD, EITHER), problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.message());
        }
        return sources;
    }

    Optional<String> value(InstallationKey key) {
        var values = InstallationKeys.read(keys(), problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.message());
        }
        return values.value(key);
    }

    /// The message that stops the start; empty when nothing is wrong.
    String refusal() {
        InstallationKeys.read(keys(), problems);
        SourceKeys.read(keys(), List.of(DEVIN, ODD, EITHER), problems);
        return problems.isEmpty() ? "" : problems.message();
    }
}
