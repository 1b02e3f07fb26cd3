package dev.tallyport.simulator.devin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.simulator.http.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DevinSimulatorTest {

    private static final String CYCLES = "/v3/enterprise/consumption/cycles";
    private static final String DAILY = "/v3/enterprise/consumption/daily";

    private final DevinEnterprise enterprise =
            DevinEnterprise.generate(
                    3,
                    Instant.parse("2026-06-20T12:00:00Z"),
                    Sizes.standard().withPeople(20).withCycles(2));
    private final DevinSimulator simulator =
            new DevinSimulator(
                    enterprise,
                    SimulatorOptions.of("cog_full")
                            .withPowerlessKey("cog_none")
                            .withLatency(Duration.ofMillis(2))
                            .withPageSizeCap(5));
    private final Client client = Client.of(simulator, "cog_full");

    @BeforeEach
    void start() throws IOException {
        simulator.start();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void keysDecideBeforeAnythingElse() throws Exception {
        try (var wrong = Client.of(simulator, "cog_wrong");
                var powerless = Client.of(simulator, "cog_none")) {
            assertThat(wrong.send("/v2/nothing").statusCode()).isEqualTo(401);
            assertThat(wrong.send(CYCLES).body()).isEqualTo("{\"detail\":\"Unauthorized\"}");
            assertThat(powerless.send(CYCLES).statusCode()).isEqualTo(403);
            assertThat(powerless.send(CYCLES).body()).isEqualTo("{\"detail\":\"Forbidden\"}");
        }
    }

    @Test
    void otherMethodsAndPathsAreRefused() throws Exception {
        assertThat(client.send("POST", CYCLES).statusCode()).isEqualTo(405);
        assertThat(client.send("HEAD", CYCLES).statusCode()).isEqualTo(405);
        assertThat(client.send("/v3/enterprise").statusCode()).isEqualTo(404);
    }

    @Test
    void pageHoldsNoMoreThanItsCap() throws Exception {
        assertThat(client.json("/v3/enterprise/organizations?first=200").get("items")).hasSize(5);
    }

    @Test
    void nextRequestsFailAndTheOnesAfterSucceed() throws Exception {
        simulator.failNext(1, Fault.tooManyRequests(Duration.ofSeconds(3)));
        simulator.failNext(1, Fault.tooManyRequests(Instant.parse("2026-06-20T12:00:03Z")));
        simulator.failNext(1, Fault.html(504));

        var seconds = client.send(CYCLES);
        var date = client.send(CYCLES);
        var html = client.send(CYCLES);

        assertThat(seconds.statusCode()).isEqualTo(429);
        assertThat(seconds.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(date.headers().firstValue("Retry-After"))
                .hasValue("Sat, 20 Jun 2026 12:00:03 GMT");
        assertThat(html.statusCode()).isEqualTo(504);
        assertThat(html.body()).startsWith("<html>");
        assertThat(client.send(CYCLES).statusCode()).isEqualTo(200);
    }

    @Test
    void matchingRequestsFailUntilHealed() throws Exception {
        simulator.fail(path -> path.startsWith(DAILY), Fault.status(500));

        assertThat(client.send(DAILY + "?time_after=1").statusCode()).isEqualTo(500);
        assertThat(client.send(DAILY).statusCode()).isEqualTo(500);
        assertThat(client.send(CYCLES).statusCode()).isEqualTo(200);

        simulator.heal();
        assertThat(client.send(DAILY).statusCode()).isEqualTo(200);
    }

    @Test
    void bodyCanBeReplaced() throws Exception {
        simulator.failNext(1, Fault.replacedBody("{\"items\":7}"));

        assertThat(client.send(CYCLES).body()).isEqualTo("{\"items\":7}");
    }

    @Test
    void connectionCanBreakBeforeAndInTheMiddleOfAnAnswer() {
        simulator.fail(path -> path.equals(CYCLES), new Fault.ConnectionReset());
        simulator.fail(path -> path.equals(DAILY), new Fault.CutShort());

        assertThatThrownBy(() -> client.send(CYCLES)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> client.send(DAILY)).isInstanceOf(IOException.class);
    }

    @Test
    void slowBodyArrivesWholeByteByByte() throws Exception {
        var body = client.send("/v2/nothing").body();
        simulator.failNext(1, new Fault.SlowBody(Duration.ofMillis(3)));

        long start = System.nanoTime();
        var slow = client.send("/v2/nothing");

        assertThat(slow.body()).isEqualTo(body);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(3L * body.length()));
    }

    @Test
    void stoppedSimulatorRefusesAndStartsAgainAtTheSameAddress() throws Exception {
        var address = simulator.baseUri();
        assertThat(client.send(CYCLES).statusCode()).isEqualTo(200);

        simulator.stop();
        assertThatThrownBy(() -> client.send(CYCLES))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);

        simulator.start();
        assertThat(simulator.baseUri()).isEqualTo(address);
        assertThat(client.send(CYCLES).statusCode()).isEqualTo(200);
    }

    @Test
    void requestsAreCounted() throws Exception {
        client.send(CYCLES);
        client.send(DAILY);
        client.send(DAILY);

        assertThat(simulator.requests()).isEqualTo(3);
        assertThat(simulator.requestsTo(path -> path.equals(DAILY))).isEqualTo(2);
        assertThat(simulator.highestInFlight()).isEqualTo(1);
    }

    @Test
    void answersStayRightWhileManyAskAndFiguresChange() throws Exception {
        var person = enterprise.people(Standing.MEMBER).getFirst();
        var day = enterprise.currentCycle().from();
        var questions = new ArrayList<Callable<Boolean>>();
        for (int index = 0; index < 200; index++) {
            var quantity = BigDecimal.valueOf(index, 1);
            questions.add(() -> {
                enterprise.restate(
                        day, person.id(), person.organizations().getFirst(), "devin", quantity);
                return true;
            });
            questions.add(() -> {
                var answer = client.json(DAILY);
                var sum = BigDecimal.ZERO;
                for (var each : answer.get("consumption_by_date")) {
                    sum = sum.add(each.get("acus").decimalValue());
                }
                return sum.compareTo(answer.get("total_acus").decimalValue()) == 0;
            });
        }

        try (var threads = Executors.newFixedThreadPool(16)) {
            assertThat(threads.invokeAll(questions)).allMatch(question -> question.resultNow());
        }
        assertThat(simulator.highestInFlight()).isBetween(2, 16);
        assertThat(client.json(DAILY).get("total_acus").decimalValue())
                .isEqualByComparingTo(enterprise.total(enterprise.currentCycle()));
    }
}
