package dev.tallyport.bootstrap.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.bootstrap.SampleVendor;
import dev.tallyport.bootstrap.database.EmbeddedDatabaseResource;
import dev.tallyport.bootstrap.description.Cases.Case;
import dev.tallyport.simulator.devin.DevinSimulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Ten thousand requests that are wrong somewhere, at every parameter and member that the
/// application describes. `-Dfuzz.seed=…` repeats a run, `-Dfuzz.cases=…` makes it another length.
///
/// Whoever sends them may do everything, by the key of the configuration, which nothing that is
/// sent can take away; so no endpoint is left out.
@QuarkusTest
@TestProfile(Fuzzed.class)
@QuarkusTestResource(EmbeddedDatabaseResource.class)
@QuarkusTestResource(SampleVendor.class)
final class FuzzIT {

    private static final int CONNECTIONS = 4;
    private static final int CASES = Integer.getInteger("fuzz.cases", 10_000);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_121L);

    @SuppressWarnings("NullAway.Init") // given by Quarkus
    @TestHTTPResource("/")
    URI address;

    @SuppressWarnings("NullAway.Init") // given by SampleVendor
    DevinSimulator vendor;

    private final Installation installation = new Installation();

    @Test
    void whateverIsSentIsAnsweredInTimeAndBreaksNothing() throws Exception {
        installation.awaitFirstSync();
        installation.haveSomeOfEverything();
        var described = Described.parse(installation.get("/q/openapi?format=json").asString());
        var cases = new Cases(described, installation.known(vendor.enterprise()), SEED);
        var before = totals();
        System.out.println("fuzz: seed=" + SEED + " cases=" + CASES);

        var wrong = sendAll(cases, described);

        assertThat(cases.aims().size()).isBetween(1, CASES);
        assertThat(wrong).isEmpty();
        installation.get("/q/health/ready").then().statusCode(200);
        assertThat(installation.get("/api/v1/audit/verification").jsonPath().getBoolean("intact"))
                .isTrue();
        assertThat(totals()).isEqualTo(before);
    }

    /// Of all that was ever used.
    private String totals() {
        var history = vendor.enterprise().history();
        return installation
                .get("/v2/enterprise/consumption/daily?start=" + history.from())
                .asString();
    }

    private Queue<String> sendAll(Cases cases, Described described) throws Exception {
        var wrong = new ConcurrentLinkedQueue<String>();
        var next = new AtomicInteger();
        Callable<Void> sender =
                () -> {
                    try (var wire = new Wire(address)) {
                        for (var number = next.getAndIncrement();
                                number < CASES;
                                number = next.getAndIncrement()) {
                            var one = cases.number(number);
                            var at = "case " + number + ": " + one.request();
                            objection(wire, one, described)
                                    .ifPresent(objection ->
                                            wrong.add(objection + System.lineSeparator() + at));
                        }
                    }
                    return null;
                };
        try (var connections = Executors.newFixedThreadPool(CONNECTIONS)) {
            var senders = IntStream.range(0, CONNECTIONS).mapToObj(_ -> sender).toList();
            for (var sent : connections.invokeAll(senders)) {
                rethrown(sent);
            }
        }
        return wrong;
    }

    private static void rethrown(Future<Void> sent) throws InterruptedException {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /// What is wrong with the answer, if anything is.
    private static Optional<String> objection(Wire wire, Case one, Described described) {
        try {
            var answer = wire.send(one.request());
            return new Verdict(described)
                    .on(one, answer)
                    .map(objection -> objection + ": " + answer);
        } catch (IOException e) {
            return Optional.of("no answer: " + e);
        }
    }
}
