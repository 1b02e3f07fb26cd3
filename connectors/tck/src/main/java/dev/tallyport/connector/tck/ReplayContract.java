package dev.tallyport.connector.tck;

import dev.tallyport.connector.spi.ConnectorException;
import dev.tallyport.connector.spi.ReadRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A read that repeats an earlier one asks the vendor nothing and comes to the same.
public interface ReplayContract extends HttpContract {

    @Test
    default void aReplayAsksNothingAndComesToTheSame() {
        try (var fixture = fixture()) {
            var exchanges = new KeptExchanges();
            var request =
                    new ReadRequest(fixture.now(), Optional.empty(), List.of())
                            .withExchanges(exchanges);
            new Trial(fixture).read(request);
            int asked = fixture.vendor().targets().size();
            exchanges.replay();
            boolean kept = !exchanges.isEmpty();
            var replayed = new Trial(fixture);

            var failure = replayed.attempt(request);

            Breach.unless(
                    fixture.vendor().targets().size() == asked,
                    "no request while an earlier read is replayed",
                    fixture.vendor().targets().subList(asked, fixture.vendor().targets().size()),
                    "give the request's exchanges to VendorApi, or end a replay before it begins");
            if (kept) {
                Breach.unless(
                        failure.isEmpty(),
                        "a replay of kept answers succeeds",
                        failure.map(ConnectorException::toString).orElse(""),
                        "ask for the same in the same order, of the same request");
                replayed.requireTruth(
                        "after a replay", "go by the kept answers and the request alone");
            }
        }
    }
}
