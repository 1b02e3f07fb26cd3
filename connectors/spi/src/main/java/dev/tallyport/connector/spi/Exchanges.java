package dev.tallyport.connector.spi;

import java.time.Instant;
import java.util.Optional;

/// What passes between a connector and its vendor in one read. The platform keeps it for a while,
/// so that a fault in a connector is repaired by reading the same answers again. Safe for any
/// number of threads.
///
/// `VendorApi` of `connectors/http` does all of this; a connector that talks to its vendor in
/// another way calls it itself or leaves it.
public interface Exchanges {

    /// Keeps nothing and repeats nothing.
    Exchanges UNKEPT =
            new Exchanges() {
                @Override
                public boolean isReplay() {
                    return false;
                }

                @Override
                public Optional<Answer> next(String request) {
                    return Optional.empty();
                }

                @Override
                public void keep(String request, Answer answer) {}

                @Override
                public void waitUntil(Instant instant) {}
            };

    /// An answer as it came, after any retries.
    ///
    /// @param status of HTTP
    /// @param body not to be changed by either side
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(int status, byte[] body) {}

    /// Whether this read repeats an earlier one: then nothing is asked of the vendor, and answers
    /// come from [#next].
    boolean isReplay();

    /// The answer that was kept for this request. One that was made several times is answered in
    /// the same order as then.
    ///
    /// @param request what was asked, without credentials, such as `GET /v3/self`
    /// @return empty when none was kept
    Optional<Answer> next(String request);

    /// Keeps an answer that the read goes by, for a later replay.
    void keep(String request, Answer answer);

    /// Says that the vendor asked to be left alone until then.
    void waitUntil(Instant instant);
}
