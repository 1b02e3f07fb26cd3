package dev.tallyport.application.pricing;

import dev.tallyport.domain.pricing.Rate;
import dev.tallyport.domain.pricing.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Rates in memory.
final class InMemoryRates implements Rates {

    private final List<Version> versions = new ArrayList<>();

    @Override
    public void lock() {}

    @Override
    public List<Version> asKnownOn(Optional<Instant> at) {
        return versions.stream()
                .filter(version ->
                        at.map(known -> !version.recordedAt().isAfter(known)).orElse(true))
                .filter(version ->
                        version.supersededAt()
                                .map(end -> at.filter(end::isAfter).isPresent())
                                .orElse(true))
                .sorted(Comparator.comparingLong(version -> version.rate().id()))
                .toList();
    }

    @Override
    public List<Version> history(long id) {
        return versions.stream().filter(version -> version.rate().id() == id).toList();
    }

    @Override
    public Version add(Terms terms, boolean configured, Instant at, String by) {
        return record(new Rate(versions.size() + 1L, terms, configured), at, by);
    }

    @Override
    public Version replace(Version before, Terms after, Instant at, String by) {
        withdraw(before, at);
        var rate = before.rate();
        return record(new Rate(rate.id(), after, rate.configured()), at, by);
    }

    @Override
    public void withdraw(Version before, Instant at) {
        versions.replaceAll(version ->
                version.equals(before)
                        ? new Version(
                                version.rate(),
                                version.version(),
                                version.recordedAt(),
                                version.recordedBy(),
                                Optional.of(at))
                        : version);
    }

    private Version record(Rate rate, Instant at, String by) {
        var version = new Version(rate, versions.size() + 1L, at, by, Optional.empty());
        versions.add(version);
        return version;
    }
}
