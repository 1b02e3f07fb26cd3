package dev.tallyport.connector.tck;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What goes wrong once on the way and is right the next time.
enum HttpFault {
    TOO_MANY_REQUESTS,
    TOO_MANY_REQUESTS_FOR_A_SECOND,
    TOO_MANY_REQUESTS_UNTIL_A_DATE,
    SERVER_ERROR,
    HTML_OF_A_GATEWAY,
    CONNECTION_RESET,
    BODY_CUT_SHORT,
    SLOW_BODY,
    NO_JSON,
    OTHER_JSON,
    HTML_IN_PLACE_OF_JSON;

    /// @param now the connector's clock
    Attack attack(Instant now) {
        return switch (this) {
            case TOO_MANY_REQUESTS -> Attack.with(Response.status(429));
            case TOO_MANY_REQUESTS_FOR_A_SECOND ->
                    Attack.with(Response.status(429).withHeader("Retry-After", "1"));
            case TOO_MANY_REQUESTS_UNTIL_A_DATE ->
                    Attack.with(
                            Response.status(429)
                                    .withHeader("Retry-After", httpDate(now.plusSeconds(1))));
            case SERVER_ERROR -> Attack.with(Response.status(500));
            case HTML_OF_A_GATEWAY -> Attack.with(html(502));
            case CONNECTION_RESET -> delivered(Response.Delivery.RESET);
            case BODY_CUT_SHORT -> delivered(Response.Delivery.CUT_SHORT);
            case SLOW_BODY -> delivered(Response.Delivery.SLOW);
            case NO_JSON -> Attack.with(Response.json("{\"data\": [1, 2"));
            case OTHER_JSON -> Attack.with(Response.json("\"sorry\""));
            case HTML_IN_PLACE_OF_JSON -> Attack.with(html(200));
        };
    }

    static Attack delivered(Response.Delivery delivery) {
        return (_, honest) -> Optional.of(honest.delivered(delivery));
    }

    static Response html(int status) {
        return Response.of(status, "text/html", "<html><h1>" + status + "</h1></html>\n");
    }

    static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
