package dev.tallyport.application.serviceuser;

import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_MEMBERSHIP;
import static dev.tallyport.domain.access.Permission.MANAGE_ACCOUNT_SERVICE_USERS;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_CONSUMPTION;
import static dev.tallyport.domain.access.Permission.VIEW_ACCOUNT_METRICS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.account.InMemoryAccounts;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry.Draft;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.outcome.Outcome;
import dev.tallyport.application.person.InMemoryPeople;
import dev.tallyport.application.role.InMemoryRoles;
import dev.tallyport.application.serviceuser.AdministerServiceUsers.Issued;
import dev.tallyport.application.serviceuser.ServiceKey.KeyId;
import dev.tallyport.application.serviceuser.ServiceKey.Status;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Role;
import dev.tallyport.domain.access.Scope;
import dev.tallyport.domain.access.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AdministerServiceUsersTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Viewer MANAGER =
            Viewers.holding(MANAGE_ACCOUNT_SERVICE_USERS, VIEW_ACCOUNT_CONSUMPTION);
    private static final Principal.ServiceUser ROBOT = new Principal.ServiceUser(1);
    private static final KeyId FIRST = new KeyId(1);
    private static final String FIRST_SECRET = "cog_tp_0001_known-to-its-holder";
    private static final String SECOND_SECRET = "cog_tp_0002_known-to-its-holder";

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final InMemoryServiceUsers serviceUsers = new InMemoryServiceUsers();
    private final InMemoryRoles roles =
            new InMemoryRoles(new InMemoryPeople(), new InMemoryAccounts());
    private final NumberedSecrets secrets = new NumberedSecrets();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final AdministerServiceUsers administerServiceUsers =
            new AdministerServiceUsers(
                    serviceUsers, roles, roles.catalog(), secrets, audit, now::get);

    AdministerServiceUsersTest() {
        serviceUsers.create("robot", Optional.empty(), "Mia", NOW);
    }

    private Outcome<Issued> issue(Optional<Instant> expiresAt) {
        return administerServiceUsers.issue(MANAGER, ROBOT, "ci", expiresAt);
    }

    private Outcome<Issued> rotate(Duration overlap) {
        return administerServiceUsers.rotate(MANAGER, ROBOT, FIRST, overlap, Optional.empty());
    }

    private ServiceKey first() {
        return serviceUsers.keys(ROBOT).getLast();
    }

    @Test
    void whoeverHoldsTheKeyIsFoundByItsDigest() {
        var outcome = issue(Optional.empty());

        assertThat(outcome).isEqualTo(Outcome.done(new Issued(first(), FIRST_SECRET)));
        assertThat(serviceUsers.byDigest(secrets.digestOf(FIRST_SECRET)))
                .hasValueSatisfying(holder -> assertThat(holder.user().id()).isEqualTo(ROBOT));
        assertThat(first().prefix()).isEqualTo("cog_tp_0001");
    }

    @Test
    void everyChangeIsRecordedAsItWasAndAsItIs() {
        administerServiceUsers.create(MANAGER, "second ", Optional.of(NOW.plus(DAY)));
        administerServiceUsers.change(MANAGER, ROBOT, "robot", false, Optional.empty());
        issue(Optional.empty());
        rotate(DAY);
        administerServiceUsers.revoke(MANAGER, ROBOT, FIRST);
        administerServiceUsers.remove(MANAGER, ROBOT);

        var mia = Actor.of(MANAGER);
        var robot = "service-user:1";
        var enabled = Map.of("name", "robot", "enabled", "true");
        var disabled = Map.of("name", "robot", "enabled", "false");
        var key = Map.of("key", "1", "name", "ci", "prefix", "cog_tp_0001");
        var replaced = Map.of("key", "2", "name", "ci", "prefix", "cog_tp_0002");
        var until = NOW.plus(DAY).toString();
        assertThat(audit.entries())
                .containsExactly(
                        Draft.of(
                                mia,
                                Action.SERVICE_USER_CREATED,
                                "service-user:2",
                                Map.of("name", "second", "enabled", "true", "expiresAt", until)),
                        new Draft(mia, Action.SERVICE_USER_CHANGED, robot, enabled, disabled),
                        Draft.of(mia, Action.KEY_ISSUED, robot, key),
                        new Draft(mia, Action.KEY_ROTATED, robot, key, replaced),
                        new Draft(
                                mia,
                                Action.KEY_REVOKED,
                                robot,
                                Map.of(
                                        "key", "1",
                                        "name", "ci",
                                        "prefix", "cog_tp_0001",
                                        "expiresAt", until),
                                Map.of()),
                        new Draft(mia, Action.SERVICE_USER_REMOVED, robot, disabled, Map.of()));
    }

    @Test
    void bothKeysAreGoodWhileTheyOverlap() {
        issue(Optional.empty());

        rotate(DAY);

        assertThat(first().status(NOW)).isEqualTo(Status.ACTIVE);
        assertThat(first().status(NOW.plus(DAY).minusNanos(1))).isEqualTo(Status.ACTIVE);
        assertThat(first().status(NOW.plus(DAY))).isEqualTo(Status.EXPIRED);
        var second = serviceUsers.keys(ROBOT).getFirst();
        assertThat(second.status(NOW.plus(DAY))).isEqualTo(Status.ACTIVE);
        assertThat(second.name()).isEqualTo("ci");
    }

    @ParameterizedTest
    @CsvSource({"PT1H, PT24H, PT1H", "PT24H, PT24H, PT24H", "PT48H, PT24H, PT24H"})
    void anOverlapNeverMakesAKeyLastLonger(Duration expiry, Duration overlap, Duration left) {
        issue(Optional.of(NOW.plus(expiry)));

        rotate(overlap);

        assertThat(first().expiresAt()).contains(NOW.plus(left));
    }

    @Test
    void withoutOverlapTheOldKeyEndsNow() {
        issue(Optional.of(NOW.plus(DAY)));

        var outcome = rotate(Duration.ZERO);

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(first().status(NOW)).isEqualTo(Status.EXPIRED);
    }

    @Test
    void aKeyThatIsNotGoodAnyMoreIsNotRotated() {
        issue(Optional.empty());
        administerServiceUsers.revoke(MANAGER, ROBOT, FIRST);

        assertThat(rotate(DAY)).isInstanceOf(Outcome.Conflict.class);
        assertThat(first().expiresAt()).isEmpty();
        assertThat(serviceUsers.keys(ROBOT)).hasSize(1);
        assertThat(audit.entries())
                .extracting(Draft::action)
                .containsExactly(Action.KEY_ISSUED, Action.KEY_REVOKED);
    }

    @Test
    void aKeyThatExpiredIsNotRotatedButCanBeRevoked() {
        issue(Optional.of(NOW.plus(DAY)));
        now.set(NOW.plus(DAY));

        assertThat(rotate(DAY)).isInstanceOf(Outcome.Conflict.class);
        assertThat(administerServiceUsers.revoke(MANAGER, ROBOT, FIRST))
                .isInstanceOf(Outcome.Done.class);
        assertThat(administerServiceUsers.revoke(MANAGER, ROBOT, FIRST))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(first().status(NOW)).isEqualTo(Status.REVOKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT2160H0.000000001S"})
    void anOverlapIsAtMostNinetyDays(Duration overlap) {
        issue(Optional.empty());

        assertThat(rotate(overlap)).isInstanceOf(Outcome.Invalid.class);
        assertThat(rotate(Duration.ofDays(90))).isInstanceOf(Outcome.Done.class);
        assertThat(serviceUsers.keys(ROBOT)).hasSize(2);
    }

    @Test
    void aKeyThatIsOverFromTheBeginningIsRefused() {
        issue(Optional.empty());

        assertThat(issue(Optional.of(NOW))).isInstanceOf(Outcome.Invalid.class);
        assertThat(administerServiceUsers.rotate(MANAGER, ROBOT, FIRST, DAY, Optional.of(NOW)))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(first().expiresAt()).isEmpty();
        assertThat(audit.entries()).hasSize(1);
    }

    @Test
    void aKeyOfAnotherIsUnknown() {
        var other = serviceUsers.create("other", Optional.empty(), "Mia", NOW).orElseThrow();
        issue(Optional.empty());

        assertThat(administerServiceUsers.revoke(MANAGER, other.id(), FIRST))
                .isEqualTo(new Outcome.Unknown<>("key 1"));
        assertThat(administerServiceUsers.rotate(MANAGER, other.id(), FIRST, DAY, Optional.empty()))
                .isEqualTo(new Outcome.Unknown<>("key 1"));
        assertThat(first().status(NOW)).isEqualTo(Status.ACTIVE);
    }

    @Test
    void nobodyGetsAKeyOfWhatHoldsMoreThanThey() {
        issue(Optional.empty());
        roles.save(new Role("reader", Set.of(VIEW_ACCOUNT_CONSUMPTION, VIEW_ACCOUNT_METRICS)));
        roles.give(ROBOT, "reader", new Scope.Enterprise(), "Mia", NOW);

        List<Outcome<?>> outcomes =
                List.of(
                        issue(Optional.empty()),
                        rotate(DAY),
                        administerServiceUsers.change(
                                MANAGER, ROBOT, "mine", true, Optional.empty()),
                        administerServiceUsers.remove(MANAGER, ROBOT));

        assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Forbidden);
        assertThat(serviceUsers.keys(ROBOT)).hasSize(1);
        assertThat(first().status(NOW)).isEqualTo(Status.ACTIVE);
        assertThat(audit.entries()).hasSize(1);
        assertThat(administerServiceUsers.revoke(MANAGER, ROBOT, FIRST))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whoeverHoldsAsMuchOrManagesMembershipGetsAKey() {
        roles.give(ROBOT, "reader", new Scope.Enterprise(), "Mia", NOW);
        roles.save(new Role("reader", Set.of(VIEW_ACCOUNT_CONSUMPTION)));
        assertThat(issue(Optional.empty())).isInstanceOf(Outcome.Done.class);
        roles.give(ROBOT, "admin", new Scope.Enterprise(), "Mia", NOW);

        var outcome =
                administerServiceUsers.issue(
                        Viewers.holding(MANAGE_ACCOUNT_SERVICE_USERS, MANAGE_ACCOUNT_MEMBERSHIP),
                        ROBOT,
                        "ci",
                        Optional.empty());

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void managingMembershipAloneIsNotManagingServiceUsers() {
        var viewer = Viewers.holding(MANAGE_ACCOUNT_MEMBERSHIP);

        List<Outcome<?>> outcomes =
                List.of(
                        administerServiceUsers.all(viewer),
                        administerServiceUsers.one(viewer, ROBOT),
                        administerServiceUsers.keys(viewer, ROBOT),
                        administerServiceUsers.create(viewer, "mine", Optional.empty()),
                        administerServiceUsers.issue(viewer, ROBOT, "ci", Optional.empty()));

        assertThat(outcomes).allMatch(outcome -> outcome instanceof Outcome.Forbidden);
        assertThat(serviceUsers.keys(ROBOT)).isEmpty();
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void aNameIsGivenOnce() {
        var other = serviceUsers.create("other", Optional.empty(), "Mia", NOW).orElseThrow();

        assertThat(administerServiceUsers.create(MANAGER, " robot", Optional.empty()))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(
                        administerServiceUsers.change(
                                MANAGER, other.id(), "robot", true, Optional.empty()))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(administerServiceUsers.create(MANAGER, " ", Optional.empty()))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void secretsAreNeitherPrintedNorRecorded() {
        var issued = issue(Optional.empty());
        var rotated = rotate(DAY);

        assertThat(issued.toString()).contains("cog_tp_0001").doesNotContain(FIRST_SECRET);
        assertThat(rotated.toString()).contains("cog_tp_0002").doesNotContain(SECOND_SECRET);
        assertThat(audit.entries().toString())
                .doesNotContain(FIRST_SECRET, SECOND_SECRET, "known-to-its-holder", "digest");
    }
}
