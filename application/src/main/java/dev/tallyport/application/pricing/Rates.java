package dev.tallyport.application.pricing;

import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.pricing.RateBook;
import dev.tallyport.domain.pricing.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Rates with all their versions. Nothing is overwritten, so that what was known at any time can be
/// asked for. Every method takes part in the current transaction.
public interface Rates {

    /// A version of a rate.
    ///
    /// @param version grows with every change of any rate, so that no two share one
    /// @param recordedBy the name of whoever recorded it
    /// @param supersededAt since when it is known no longer; empty for what is known now
    record Version(
            Rate rate,
            long version,
            Instant recordedAt,
            String recordedBy,
            Optional<Instant> supersededAt) {}

    /// Waits until no other transaction changes rates, and keeps others from it until this one
    /// ends.
    void lock();

    /// The versions that were known then, by id; of now when empty.
    List<Version> asKnownOn(Optional<Instant> at);

    /// Every version of one rate, the first one first; none where there never was such a rate.
    List<Version> history(long id);

    /// @param configured whether it is the default of the configuration
    Version add(Terms terms, boolean configured, Instant at, String by);

    Version replace(Version before, Terms after, Instant at, String by);

    /// From now on it is known no longer.
    void withdraw(Version before, Instant at);

    static RateBook bookOf(List<Version> versions) {
        return new RateBook(versions.stream().map(Version::rate).toList());
    }

    /// Tells what was known from whatever else was.
    static String versionOf(List<Version> versions) {
        var numbers =
                versions.stream()
                        .map(version -> Long.toString(version.version()))
                        .collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(numbers.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
