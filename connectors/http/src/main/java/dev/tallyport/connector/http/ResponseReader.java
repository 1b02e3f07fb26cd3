package dev.tallyport.connector.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tallyport.connector.http.Outcome.Answer;
import dev.tallyport.connector.http.Outcome.CutOff;
import dev.tallyport.connector.http.Outcome.Fault;
import dev.tallyport.connector.http.Outcome.Refusal;
import dev.tallyport.connector.spi.ConnectorException.Kind;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a vendor's response means.
///
/// @param maxBytes what an answer holds at most
record ResponseReader(int maxBytes, Secrets secrets, InstantSource clock) {

    private static final int MAX_QUOTED = 200;

    /// Where vendors put their own words, as FastAPI, OpenAI, LiteLLM, CodeMie and OAuth do.
    private static final String[] DETAILS = {
        "/detail",
        "/detail/0/msg",
        "/error",
        "/error/message",
        "/error/details",
        "/error_description",
        "/message"
    };

    Outcome outcome(Response response) {
        int status = response.status();
        return switch (status) {
            case 401 -> refusal(response, Kind.UNAUTHORIZED, "the vendor does not accept the key");
            case 403 ->
                    refusal(response, Kind.UNAUTHORIZED, "the key lacks the permission for this");
            case 404, 405, 410 ->
                    refusal(
                            response,
                            Kind.MISCONFIGURED,
                            "there is no such thing at the configured address");
            case 429 -> fault(response, Kind.RATE_LIMITED, askedPause(response));
            case 503 -> fault(response, Kind.UNAVAILABLE, askedPause(response));
            case 408 -> fault(response, Kind.UNAVAILABLE, Optional.empty());
            default ->
                    switch (status / 100) {
                        case 2 -> content(response);
                        case 3 ->
                                new Refusal(
                                        Kind.MISCONFIGURED,
                                        "answered %d, a redirection to %s, which is not followed; "
                                                        .formatted(status, locationHost(response))
                                                + "enter the vendor's final address");
                        case 5 -> fault(response, Kind.UNAVAILABLE, Optional.empty());
                        default ->
                                refusal(
                                        response,
                                        Kind.MALFORMED_RESPONSE,
                                        "the vendor does not take this request");
                    };
        };
    }

    private Outcome content(Response response) {
        int status = response.status();
        return switch (response.body().end()) {
            case CUT_OFF -> cutOff(status);
            case TOO_LARGE -> malformed(status, "more than " + maxBytes + " bytes of body");
            case WHOLE -> {
                try {
                    var json = JsonTree.parse(response.body().bytes());
                    yield json.isMissingNode() ? malformed(status, "no body") : new Answer(json);
                } catch (JsonEOFException _) {
                    yield cutOff(status);
                } catch (StreamConstraintsException excessive) {
                    yield malformed(
                            status, "JSON beyond bounds: " + excessive.getOriginalMessage());
                } catch (JsonProcessingException malformed) {
                    var at = malformed.getLocation();
                    yield malformed(
                            status,
                            at == null
                                    ? "what is not JSON"
                                    : "what is not JSON, at line %d, column %d"
                                            .formatted(at.getLineNr(), at.getColumnNr()));
                }
            }
        };
    }

    private static CutOff cutOff(int status) {
        return new CutOff("answered " + status + " with a body that was cut off");
    }

    private static Refusal malformed(int status, String what) {
        return new Refusal(Kind.MALFORMED_RESPONSE, "answered " + status + " with " + what);
    }

    private Fault fault(Response response, Kind kind, Optional<Duration> asked) {
        return new Fault(kind, "answered " + response.status() + detail(response), asked);
    }

    private Refusal refusal(Response response, Kind kind, String meaning) {
        return new Refusal(
                kind, "answered " + response.status() + ": " + meaning + detail(response));
    }

    /// The vendor's own words, without secrets before they are cut, so that no half of one is left.
    private String detail(Response response) {
        var words = response.texts(DETAILS).distinct().collect(Collectors.joining(": "));
        return words.isEmpty() ? "" : " (" + OneLine.of(secrets.redact(words), MAX_QUOTED) + ")";
    }

    private static String locationHost(Response response) {
        try {
            return response.headers()
                    .firstValue("Location")
                    .map(URI::create)
                    .flatMap(location -> Optional.ofNullable(location.getHost()))
                    .orElse("the same host");
        } catch (IllegalArgumentException _) {
            return "an address that cannot be read";
        }
    }

    /// What the vendor asks to wait, as seconds or as a date; empty when it is not in the future.
    private Optional<Duration> askedPause(Response response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(String::strip)
                .flatMap(this::duration)
                .filter(Duration::isPositive);
    }

    private Optional<Duration> duration(String retryAfter) {
        if (retryAfter.matches("[0-9]+")) {
            var seconds = retryAfter.length() > 9 ? "999999999" : retryAfter;
            return Optional.of(Duration.ofSeconds(Long.parseLong(seconds)));
        }
        try {
            var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), until));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
