package dev.tallyport.adapter.persistence;

import static dev.tallyport.adapter.persistence.AccessDatabase.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.AuditTrail.Integrity;
import dev.tallyport.domain.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One role runs the migrations, another one the application.
final class AuditProtectionTest {

    private static final String OWNER = "the \"own\" role";
    private static final String APPLICATION = "the application's \"role\" $$ %I";

    private static String name = "";

    @BeforeAll
    static void migrate() {
        Postgres.newRole(OWNER);
        Postgres.newRole(APPLICATION);
        name = Postgres.newEmptyDatabase(OWNER);
        Postgres.migrate(name, OWNER, APPLICATION);
    }

    private static AccessDatabase application() {
        return AccessDatabase.in(Postgres.connect(name, APPLICATION));
    }

    private static void record(AccessDatabase database) {
        database.audit.record(Draft.of(Actor.TALLYPORT, Action.FLAG_SET, "flag:x", Map.of()));
    }

    @Test
    void theApplicationReadsAndWritesAndRecords() {
        try (var database = application()) {
            var acme = database.source("acme", "devin");
            database.user(acme, "email|1", "ada@example.org");
            var ada = database.person("Ada");
            database.verified(ada, "ada", "ada@example.org");
            database.roles.save(Role.MEMBER);
            database.roles.remove("member");
            database.people.merge(ada, database.person("Bob"), "Root", AT);
            record(database);

            assertThat(database.people.matches(Optional.empty(), 500)).hasSize(1);
            assertThat(database.database.query("select nextval('ledger_version_number')", _ -> 1))
                    .hasSize(1);
            assertThat(database.audit.verify().firstBroken()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set name = 'Bob'",
                "delete from audit_entry",
                "truncate audit_entry",
                "alter table audit_entry disable trigger all",
                "drop table audit_entry",
                "set session_replication_role = replica",
                "insert into audit_retention values (1, '', now())",
                "update audit_retention set removed_through = 1",
                "delete from audit_retention",
                "delete from flyway_schema_history",
                "select audit_retain(interval '0')"
            })
    void theApplicationCannotAlterTheAuditLog(String sql) {
        try (var database = application()) {
            record(database);
            database.database.query(
                    "select set_config('tallyport.audit_retention', 'on', true)", _ -> true);

            assertThatThrownBy(() -> database.database.update(sql))
                    .satisfiesAnyOf(
                            e -> assertThat(e).hasMessageContaining("permission denied"),
                            e -> assertThat(e).hasMessageContaining("must be owner"));
        }
    }

    @Test
    void theOwnerRemovesOldEntriesAndTheApplicationGoesOn() {
        try (var database = application();
                var owner = AccessDatabase.in(Postgres.connect(name, OWNER))) {
            record(database);
            record(database);
            database.commit();

            assertThat(
                            owner.database.query(
                                    "select audit_retain(interval '0')", row -> row.getLong(1)))
                    .singleElement()
                    .satisfies(removed -> assertThat(removed).isPositive());
            owner.commit();

            record(database);
            database.commit();
            assertThat(database.audit.verify()).isEqualTo(new Integrity(2, OptionalLong.empty()));
        }
    }

    @Test
    void whomTheOwnerLetsRemoveOldEntriesMayDoNothingElse() {
        Postgres.newRole("keeper");
        try (var owner = AccessDatabase.in(Postgres.connect(name, OWNER));
                var database = application();
                var keeper = AccessDatabase.in(Postgres.connect(name, "keeper"))) {
            owner.database.update("grant execute on function audit_retain to keeper");
            owner.commit();
            record(database);
            record(database);
            database.commit();

            assertThat(
                            keeper.database.query(
                                    "select audit_retain(interval '0')", row -> row.getLong(1)))
                    .singleElement()
                    .satisfies(removed -> assertThat(removed).isPositive());
            assertThatThrownBy(() -> keeper.database.update("delete from audit_entry"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void theOwnerIsToldApartFromARoleThatOwnsNothing() {
        try (var database = application();
                var owner = AccessDatabase.in(Postgres.connect(name, OWNER));
                var superuser = AccessDatabase.in(Postgres.connect(name))) {
            assertThat(new AuditProtection(database.database).owner()).isEmpty();
            assertThat(new AuditProtection(owner.database).owner()).contains(OWNER);
            assertThat(new AuditProtection(superuser.database).owner()).contains("postgres");
        }
    }

    @Test
    void tablesOfLaterMigrationsAreTheApplicationsToo() {
        try (var owner = AccessDatabase.in(Postgres.connect(name, OWNER));
                var database = application()) {
            owner.database.update("create table later (id bigint generated always as identity)");
            owner.commit();

            assertThat(database.database.update("insert into later default values")).isEqualTo(1);
            assertThat(database.database.update("delete from later")).isEqualTo(1);
        }
    }

    @Test
    void whereOneRoleDoesEverythingNothingIsGranted() {
        try (var database = AccessDatabase.open()) {
            assertThat(
                            database.database.query(
                                    "select relname from pg_class where relname = 'source'"
                                            + " and relacl is null",
                                    row -> row.getString(1)))
                    .hasSize(1);
        }
    }

    @Test
    void severalInstancesGrantAtOnce() {
        var starting =
                Stream.generate(() ->
                                CompletableFuture.runAsync(
                                        () -> Postgres.migrate(name, OWNER, APPLICATION),
                                        Postgres.AT_ONCE))
                        .limit(6)
                        .toArray(CompletableFuture[]::new);

        assertThat(CompletableFuture.allOf(starting)).succeedsWithin(Duration.ofSeconds(60));
    }

    @Test
    void theScriptThatGrantsTakesTheLockOfThatName() throws Exception {
        try (var script = Postgres.class.getResourceAsStream("/db/migration/afterMigrate.sql")) {
            assertThat(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("pg_advisory_xact_lock(%d, 0)".formatted(AdvisoryLock.GRANTS.number));
        }
    }
}
