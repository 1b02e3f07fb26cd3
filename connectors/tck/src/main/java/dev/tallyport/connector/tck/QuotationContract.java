package dev.tallyport.connector.tck;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// No value of a secret setting gets out, though the vendor quotes what it was asked with.
public interface QuotationContract extends HttpContract {

    @Test
    default void noSecretThatTheVendorQuotesIsRepeated() {
        try (var fixture = fixture();
                var eavesdropper = new Eavesdropper(fixture)) {
            for (var attack : attacks()) {
                fixture.vendor().attack(attack);
                eavesdropper.listen(fixture.settings());
            }
            fixture.vendor().close();
            eavesdropper.listen(fixture.settings());

            eavesdropper.requireNoSecret();
        }
    }

    private static List<Attack> attacks() {
        return List.of(
                (request, _) -> Optional.of(quoting(401, request)),
                (request, _) -> Optional.of(quoting(400, request)),
                (request, _) -> Optional.of(quoting(200, request)),
                ((Attack) (request, _) -> Optional.of(quoting(500, request))).once());
    }

    private static Response quoting(int status, Request request) {
        var quoted = request.headers() + request.body();
        var escaped = quoted.replace("\\", "\\\\").replace("\"", "\\\"");
        return Response.of(
                status,
                "application/json",
                "{\"detail\": \"%s\", \"error\": \"%s\"}".formatted(escaped, escaped));
    }
}
