package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.source.ManagedSource;
import dev.tallyport.application.source.ManagedSources.Stored;
import dev.tallyport.application.source.Sealed;
import dev.tallyport.domain.source.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ManagedSourcesTest {

    private static final Instant LATER = AT.plusSeconds(60);
    private static final SourceName ACME = new SourceName("acme");

    private final AccessDatabase database = AccessDatabase.open();
    private final PostgresManagedSources sources = new PostgresManagedSources(database.database);

    @AfterEach
    void close() {
        database.close();
    }

    private static ManagedSource source(SourceName name, boolean paused) {
        return new ManagedSource(
                name,
                "devin",
                Map.of("base-url", "https://vendor.example", "size", "9"),
                Map.of("api-key", new Sealed("c2VhbGVk"), "token", new Sealed("b3RoZXI=")),
                Duration.ofMinutes(90),
                paused);
    }

    private Stored acme() {
        return sources.find(ACME).orElseThrow();
    }

    @Test
    void aSourceIsFoundAsAdded() {
        var source = source(ACME, false);
        var first =
                new ManagedSource(
                        new SourceName("aaa"), "x", Map.of(), Map.of(), Duration.ofDays(1), true);

        assertThat(sources.add(source, AT, "Ada")).isTrue();
        assertThat(sources.add(first, AT, "Bob")).isTrue();

        assertThat(acme()).isEqualTo(new Stored(source, acme().version(), AT, "Ada"));
        assertThat(sources.all()).extracting(Stored::source).containsExactly(first, source);
        assertThat(sources.find(new SourceName("nobody"))).isEmpty();
    }

    @Test
    void oneNameIsOneSources() {
        sources.add(source(ACME, false), AT, "Ada");
        var before = acme();

        assertThat(sources.add(source(ACME, true), LATER, "Bob")).isFalse();
        assertThat(acme()).isEqualTo(before);
    }

    @Test
    void ofTwoChangesOfOneVersionTheSecondDoesNothing() {
        sources.add(source(ACME, false), AT, "Ada");
        var version = acme().version();
        var less =
                new ManagedSource(
                        ACME,
                        "devin",
                        Map.of("size", "10"),
                        Map.of("token", new Sealed("bmV3")),
                        Duration.ofHours(1),
                        true);

        assertThat(sources.replace(less, version, LATER, "Bob")).isTrue();
        assertThat(sources.replace(source(ACME, false), version, LATER, "Cid")).isFalse();
        assertThat(sources.remove(ACME, version)).isFalse();

        assertThat(acme()).isEqualTo(new Stored(less, acme().version(), LATER, "Bob"));
        assertThat(acme().version()).isGreaterThan(version);
    }

    @Test
    void nothingOfASourceIsLeftWhenItIsRemoved() {
        sources.add(source(ACME, false), AT, "Ada");
        var version = acme().version();

        assertThat(sources.remove(ACME, version)).isTrue();

        assertThat(database.count("managed_source")).isZero();
        assertThat(database.count("managed_source_setting")).isZero();
        sources.add(source(ACME, false), AT, "Ada");
        assertThat(acme().version()).isGreaterThan(version);
    }

    @Test
    void onlyTheSecretThatWasReadIsRenewed() {
        sources.add(source(ACME, false), AT, "Ada");
        var version = acme().version();
        sources.lockSecrets();

        sources.renew(ACME, "api-key", new Sealed("c2VhbGVk"), new Sealed("bmV3"));
        sources.renew(ACME, "token", new Sealed("bm90IGl0"), new Sealed("bmV3"));
        sources.renew(ACME, "size", new Sealed("9"), new Sealed("bmV3"));

        assertThat(acme().source().secrets())
                .isEqualTo(Map.of("api-key", new Sealed("bmV3"), "token", new Sealed("b3RoZXI=")));
        assertThat(acme().source().settings()).containsEntry("size", "9");
        assertThat(acme().version()).isEqualTo(version);
    }

    @Test
    void aHastenedSourceIsDueAtOnce() {
        database.source("acme", "devin");
        database.database.update("update source set next_attempt_at = ?", LATER);

        sources.hasten(ACME);
        sources.hasten(new SourceName("never-read"));

        assertThat(
                        database.database.query(
                                "select 1 from source where next_attempt_at is null",
                                row -> row.getInt(1)))
                .hasSize(1);
    }
}
