package dev.tallyport.connector.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Exchanges;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import dev.tallyport.connector.spi.Sink;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Hears everything that a connector returns, hands over, throws and logs.
final class Eavesdropper implements AutoCloseable {

    private final Fixture fixture;
    private final List<String> said = new ArrayList<>();
    private final CapturedLogs logs = new CapturedLogs();

    Eavesdropper(Fixture fixture) {
        this.fixture = fixture;
    }

    /// Lets a connector check and read.
    void listen(Settings settings) {
        var connector = fixture.connector();
        said.add(settings.toString());
        said.add(connector.descriptor().toString());
        said.add(connector.toString());
        try {
            said.add(connector.check(settings).toString());
        } catch (RuntimeException failure) {
            said.add(CapturedLogs.textOf(failure));
        }
        try {
            var request =
                    new ReadRequest(fixture.now(), Optional.empty(), List.of())
                            .withExchanges(new Listening(said));
            connector.read(settings, request, new Overhearing(said));
        } catch (RuntimeException failure) {
            said.add(CapturedLogs.textOf(failure));
        }
    }

    void requireNoSecret() {
        said.addAll(logs.lines());
        for (var secret : secrets()) {
            for (var text : said) {
                Breach.unless(
                        !text.contains(secret.value()),
                        "nothing that holds the value of '" + secret.key() + "'",
                        text.replace(secret.value(), "<" + secret.key() + ">"),
                        "leave credentials to VendorApi, which redacts them, and quote nothing"
                                + " of a request's headers or of a vendor's refusal");
            }
        }
    }

    @Override
    public void close() {
        logs.close();
    }

    /// A setting's value.
    private record Secret(String key, String value) {}

    private List<Secret> secrets() {
        var secrets = new ArrayList<Secret>();
        for (var setting : fixture.connector().descriptor().settings()) {
            if (setting.secret()) {
                secretOf(fixture.settings(), setting).ifPresent(secrets::add);
                Optional.ofNullable(fixture.wrongSettings().get(setting.key()))
                        .ifPresent(value -> secrets.add(new Secret(setting.key(), value)));
            }
        }
        var encoded =
                secrets.stream()
                        .map(one -> new Secret(one.key(), URLEncoder.encode(one.value(), UTF_8)))
                        .toList();
        secrets.addAll(encoded);
        Breach.unless(
                secrets.stream().allMatch(secret -> secret.value().length() >= 8),
                "secrets of at least eight characters in the fixture",
                "a shorter one",
                "make them longer, so that they occur nowhere by chance");
        return secrets;
    }

    private static Optional<Secret> secretOf(Settings settings, Setting setting) {
        return settings.value(setting.key()).map(value -> new Secret(setting.key(), value));
    }

    /// Keeps what a batch would print.
    private record Overhearing(List<String> said) implements Sink {

        @Override
        public void accept(Batch batch) {
            said.add(batch.toString());
        }

        @Override
        public SortedSet<LocalDate> stale(String cut, Instant start, Instant end) {
            return new TreeSet<>();
        }

        @Override
        public void progress(long done, long expected) {}
    }

    /// Keeps what exchanges are named by; the answers in them are the vendor's.
    private record Listening(List<String> said) implements Exchanges {

        @Override
        public boolean isReplay() {
            return false;
        }

        @Override
        public Optional<Answer> next(String request) {
            return Optional.empty();
        }

        @Override
        public void keep(String request, Answer answer) {
            said.add(request);
        }

        @Override
        public void waitUntil(Instant instant) {}
    }
}
