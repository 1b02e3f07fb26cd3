package dev.tallyport.connector.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.http.Outcome.Answer;
import dev.tallyport.connector.http.Outcome.CutOff;
import dev.tallyport.connector.http.Outcome.Fault;
import dev.tallyport.connector.http.Outcome.Final;
import dev.tallyport.connector.http.Outcome.Refusal;
import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import dev.tallyport.connector.spi.Exchanges;
import java.net.http.HttpRequest;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// A vendor's JSON over HTTP, for one read. Safe for any number of threads.
///
/// 1. At most so many requests as the [Endpoint] allows are under way; one that pauses is not.
/// 2. What may pass by itself is tried again as [Retries] says: no answer, a slow one, 408, 429 and
///    5xx; an answer that was cut off is tried again once.
/// 3. When the vendor asks to wait, no request is sent until then, and the [Exchanges] hear of it.
/// 4. No redirection is followed, since the key would travel along.
/// 5. Whatever is thrown, logged or kept is free of keys and tokens; what is thrown also of foreign
///    causes, which might quote them.
/// 6. An interrupted thread stops at once with a [CancellationException] and its flag set.
/// 7. No host is asked that the [AddressRule] refuses, whatever its name led to before.
/// 8. An access token is asked for under the same rules. It is shared by all requests, and replaced
///    when it expires and once when a request is answered 401.
/// 9. How asking ended is kept by the [Exchanges], requests for tokens excepted. A read that
///    repeats an earlier one sends nothing at all.
public final class VendorApi implements AutoCloseable {

    private static final Set<Integer> UNKNOWN = Set.of(404, 410, 422);

    private final Endpoint endpoint;
    private final Exchanges exchanges;
    private final Transport transport;
    private final Authorization authorization;

    VendorApi(Endpoint endpoint, Exchanges exchanges, Transport transport) {
        this.endpoint = endpoint;
        this.exchanges = exchanges;
        this.transport = transport;
        this.authorization = endpoint.credential().authorization(transport);
    }

    /// @param pathAndQuery starts with a slash, percent-encoded
    /// @throws ConnectorException when there is no such answer
    public JsonNode get(String pathAndQuery) {
        return body(pathAndQuery, ask(pathAndQuery));
    }

    /// What `get` answers, or nothing when the vendor does not know the thing asked for: it answers
    /// 404 or 410, or 422 to an id that it no longer accepts.
    ///
    /// @param pathAndQuery starts with a slash, percent-encoded
    /// @throws ConnectorException when there is no such answer
    public Optional<JsonNode> find(String pathAndQuery) {
        var asked = ask(pathAndQuery);
        return asked.isUnknown() ? Optional.empty() : Optional.of(body(pathAndQuery, asked));
    }

    /// What `get` answers, with the page that its header `Link` names as the next one.
    ///
    /// @param pathAndQuery starts with a slash, percent-encoded
    /// @throws ConnectorException when there is no such answer, or the next page is not below the
    ///   [Endpoint]'s address
    public Linked getLinked(String pathAndQuery) {
        var asked = ask(pathAndQuery);
        return new Linked(body(pathAndQuery, asked), next(pathAndQuery, asked));
    }

    /// @param next the path and query of the next page; empty on the last one
    public record Linked(JsonNode body, Optional<String> next) {}

    /// Abandons what is under way.
    @Override
    public void close() {
        transport.close();
    }

    private record Asked(Optional<Response> response, Final outcome) {

        boolean isUnknown() {
            return response.filter(found -> UNKNOWN.contains(found.status())).isPresent();
        }
    }

    /// Headers are not kept, so the link is, as if it had been asked for.
    private Optional<String> next(String path, Asked asked) {
        var name = "LINK " + path;
        if (exchanges.isReplay()) {
            return exchanges.next(name).map(kept -> new String(kept.body(), UTF_8));
        }
        var next = asked.response().flatMap(response -> next(path, response));
        next.ifPresent(
                found -> exchanges.keep(name, new Exchanges.Answer(200, found.getBytes(UTF_8))));
        return next;
    }

    private Optional<String> next(String path, Response response) {
        try {
            return NextLink.in(response.headers(), endpoint.at(path))
                    .map(link -> endpoint.pathBelow(link).orElseThrow());
        } catch (IllegalArgumentException | NoSuchElementException _) {
            throw transport.failure(
                    nameOf(path),
                    new Refusal(
                            Kind.MALFORMED_RESPONSE,
                            "names a next page that is not below the configured address"));
        }
    }

    private static String nameOf(String path) {
        return "GET " + path;
    }

    private JsonNode body(String path, Asked asked) {
        return switch (asked.outcome()) {
            case Answer(var body) -> body;
            case Refusal refusal -> throw transport.failure(nameOf(path), refusal);
        };
    }

    private Asked ask(String path) {
        if (exchanges.isReplay()) {
            return replayed(path);
        }
        try {
            var ending = transport.ask(nameOf(path), () -> request(path));
            if (ending.hasStatus(401) && authorization.renew(ending.request())) {
                ending = transport.ask(nameOf(path), () -> request(path));
            }
            ending.response().ifPresent(response -> keep(nameOf(path), response));
            return new Asked(ending.response(), ending.outcome());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException(
                    transport.secrets().redact(nameOf(path) + " was interrupted"));
        }
    }

    private HttpRequest request(String path) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(endpoint.at(path)).header("Accept", "application/json");
        authorization.addTo(request);
        return request.build();
    }

    private void keep(String name, Response response) {
        // What a replay would take for whole is kept without its body, and so refused again.
        var octets = response.isPartial() ? new byte[0] : response.body().bytes();
        // Every octet is one character of this set, and so survives.
        var body = new String(octets, ISO_8859_1);
        exchanges.keep(
                name,
                new Exchanges.Answer(
                        response.status(), transport.secrets().redact(body).getBytes(ISO_8859_1)));
    }

    private Asked replayed(String path) {
        return exchanges
                .next(nameOf(path))
                .map(Response::of)
                .map(response -> new Asked(Optional.of(response), ending(response)))
                .orElseGet(() ->
                        new Asked(
                                Optional.empty(),
                                new Refusal(
                                        Kind.UNAVAILABLE,
                                        "has no answer that was kept; read the vendor itself"
                                                + " instead of repeating an earlier read")));
    }

    private Final ending(Response response) {
        return switch (transport.outcome(response)) {
            case Final outcome -> outcome;
            case CutOff cutOff -> cutOff.asRefusal();
            case Fault fault -> new Refusal(fault.kind(), fault.reason());
        };
    }
}
