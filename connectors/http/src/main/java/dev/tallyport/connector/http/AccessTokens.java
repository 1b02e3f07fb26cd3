package dev.tallyport.connector.http;

import dev.tallyport.connector.http.Outcome.Answer;
import dev.tallyport.connector.http.Outcome.Refusal;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The tokens of one client: asked for when first needed, used by every request until shortly
/// before they expire, and asked for by one thread while the others wait for it.
final class AccessTokens implements Authorization {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final BigDecimal LONGEST_LIFE =
            BigDecimal.valueOf(Duration.ofDays(365).toSeconds());

    /// @param until when it is used no longer
    private record Token(String value, Instant until) {

        String header() {
            return "Bearer " + value;
        }
    }

    private final Credential.Client client;
    private final Transport transport;
    private final String name;
    // Interruptible, and never waited for by a thread that keeps others from being sent.
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Token current;
    private boolean inBody;

    AccessTokens(Credential.Client client, Transport transport) {
        this.client = client;
        this.transport = transport;
        this.name = "POST to " + client.host() + " for an access token";
    }

    @Override
    public void addTo(HttpRequest.Builder request) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var token = current;
            if (token == null || !transport.now().isBefore(token.until())) {
                token = fetched();
                current = token;
            }
            request.setHeader("Authorization", token.header());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean renew(HttpRequest refused) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var sent = refused.headers().firstValue("Authorization").orElseThrow();
            // Else another thread has renewed it already.
            if (current != null && current.header().equals(sent)) {
                current = null;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private Token fetched() throws InterruptedException {
        var ending = transport.ask(name, () -> client.tokenRequest(inBody));
        if (!inBody && isInvalidClient(ending)) {
            ending = transport.ask(name, () -> client.tokenRequest(true));
            inBody = ending.outcome() instanceof Answer;
        }
        return switch (ending.outcome()) {
            case Answer(var body) -> token(JsonValue.root(body));
            case Refusal refusal -> throw failure(ending, refusal);
        };
    }

    /// Some servers say so with 400.
    private static boolean isInvalidClient(Transport.Ending ending) {
        return ending.hasStatus(401)
                || (ending.hasStatus(400) && ending.states("/error", "invalid_client"));
    }

    private ConnectorException failure(Transport.Ending ending, Refusal refusal) {
        boolean refused = ending.hasStatus(400) || ending.hasStatus(401) || ending.hasStatus(403);
        return transport.failure(
                name,
                refused
                        ? new Refusal(
                                Kind.UNAUTHORIZED,
                                "was refused; check the client's id, secret and scope: "
                                        + refusal.reason())
                        : refusal);
    }

    private Token token(JsonValue answer) {
        try {
            var value = answer.text("access_token");
            if (!value.matches("[!-~]+")) {
                throw new MalformedMember("$.access_token", "expected a token, found other text");
            }
            transport.secrets().add(value);
            var type = answer.optionalText("token_type");
            if (type.isPresent() && !type.get().equalsIgnoreCase("bearer")) {
                throw new MalformedMember("$.token_type", "expected 'Bearer', found another type");
            }
            var until =
                    answer.optionalDecimal("expires_in")
                            .map(AccessTokens::useful)
                            .map(transport.now()::plus)
                            .orElse(Instant.MAX);
            return new Token(value, until);
        } catch (MalformedMember malformed) {
            throw transport.failure(
                    name,
                    new Refusal(
                            Kind.MALFORMED_RESPONSE,
                            "answered what is not documented, at " + malformed.getMessage()));
        }
    }

    /// How long a token is used; at least half of its life.
    private static Duration useful(BigDecimal seconds) {
        var life = Duration.ofSeconds(seconds.min(LONGEST_LIFE).max(BigDecimal.ZERO).longValue());
        var half = life.dividedBy(2);
        return life.minus(MARGIN.compareTo(half) < 0 ? MARGIN : half);
    }
}
