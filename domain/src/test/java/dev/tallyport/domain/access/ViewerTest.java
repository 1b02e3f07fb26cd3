package dev.tallyport.domain.access;

import static dev.tallyport.domain.access.AnyAccess.OWN_CONSUMPTION;
import static dev.tallyport.domain.access.AnyAccess.withGrants;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagSettings;
import dev.tallyport.domain.flag.FlagState;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ViewerTest {

    private static final Instant NOW = Instant.parse("2026-07-01T10:00:00Z");
    private static final SourceName ACME = new SourceName("acme");
    private static final VendorUser ANN = new VendorUser(ACME, "ann");
    private static final VendorOrganization ONE = new VendorOrganization(ACME, "one");
    private static final VendorOrganization TWO = new VendorOrganization(ACME, "two");
    private static final Scope ENTERPRISE = new Scope.Enterprise();
    private static final Flags PERSONAL_ANALYTICS_ON =
            new Flags(
                    Map.of(
                            Flag.EXPOSE_PERSONAL_ANALYTICS,
                            new FlagSettings(Optional.of(FlagState.of(true)), Map.of())));

    /// Something of one source to be seen: of somebody or nobody known, tied to an organization or
    /// to none.
    record Row(
            SourceName source,
            Optional<VendorUser> user,
            Optional<VendorOrganization> organization) {}

    private static final List<Row> ROWS =
            Stream.of(AnyAccess.ACME, AnyAccess.BETA).flatMap(ViewerTest::rowsOf).toList();

    private static Stream<Row> rowsOf(SourceName source) {
        var users =
                Stream.concat(
                                Stream.of(Optional.<VendorUser>empty()),
                                AnyAccess.USERS.stream()
                                        .filter(user -> user.source().equals(source))
                                        .map(Optional::of))
                        .toList();
        return users.stream()
                .flatMap(user ->
                        Stream.concat(
                                        Stream.of(Optional.<VendorOrganization>empty()),
                                        AnyAccess.ORGANIZATIONS.stream()
                                                .filter(one -> one.source().equals(source))
                                                .map(Optional::of))
                                .map(organization -> new Row(source, user, organization)));
    }

    private static Set<Row> shownBy(Visibility visibility) {
        return ROWS.stream().filter(row -> shows(visibility, row)).collect(Collectors.toSet());
    }

    private static boolean shows(Visibility visibility, Row row) {
        return switch (visibility) {
            case Visibility.Everything() -> true;
            case Visibility.Nothing() -> false;
            case Visibility.Some(var organizations, var oneself, var oneselfWithin, var within) ->
                    row.organization().filter(organizations::contains).isPresent()
                            || row.user().filter(oneself::contains).isPresent()
                            || (row.user().filter(oneselfWithin::contains).isPresent()
                                    && row.organization().filter(within::contains).isPresent());
        };
    }

    @Property
    void personalAnalyticsNeedBothGatesAndAnAccountThatIsGoodAndLinked(
            @ForAll boolean flag,
            @ForAll boolean permission,
            @ForAll boolean linked,
            @ForAll boolean disabled,
            @ForAll boolean expired) {
        var viewer =
                new Viewer(
                        new Account(
                                new Principal.Person(7),
                                "Ann",
                                !disabled,
                                Optional.of(expired ? NOW : NOW.plusNanos(1)),
                                permission ? Set.of(OWN_CONSUMPTION) : Set.of(),
                                linked ? Set.of(ANN) : Set.of(),
                                Set.of(ONE),
                                Set.of()),
                        flag ? PERSONAL_ANALYTICS_ON : Flags.NONE,
                        NOW);

        boolean seen = flag && permission && linked && !disabled && !expired;
        var expected =
                seen
                        ? new Visibility.Some(Set.of(), Set.of(ANN), Set.of(), Set.of())
                        : new Visibility.Nothing();
        assertThat(viewer.oneself()).isEqualTo(expected);
        assertThat(viewer.visibility(Subject.CONSUMPTION)).isEqualTo(expected);
        assertThat(viewer.personalAnalytics().on()).isEqualTo(flag);
    }

    @Property
    void personalAnalyticsAreThereWhereNothingStandsAgainstThem(
            @ForAll boolean flag, @ForAll boolean permission, @ForAll boolean linked) {
        var viewer =
                new Viewer(
                        new Account(
                                new Principal.Person(7),
                                "Ann",
                                true,
                                Optional.empty(),
                                permission ? Set.of(OWN_CONSUMPTION) : Set.of(),
                                linked ? Set.of(ANN) : Set.of(),
                                Set.of(),
                                Set.of()),
                        flag ? PERSONAL_ANALYTICS_ON : Flags.NONE,
                        NOW);

        var obstacles = viewer.obstacles();

        assertThat(obstacles.contains(Obstacle.FLAG)).isEqualTo(!flag);
        assertThat(obstacles.contains(Obstacle.PERMISSION)).isEqualTo(!permission);
        assertThat(obstacles.contains(Obstacle.LINK)).isEqualTo(!linked);
        assertThat(obstacles.isEmpty())
                .isEqualTo(!viewer.oneself().equals(new Visibility.Nothing()));
    }

    /// Of rows of somebody else that are tied to the places, or to none.
    @Property
    void somethingOfAnotherIsSeenByWhoeverSeesARowOfTheirs(
            @ForAll("viewers") Viewer viewer,
            @ForAll("organizations") VendorOrganization place,
            @ForAll Subject subject) {
        var another = Optional.of(new VendorUser(place.source(), "zoe"));
        var rows =
                List.of(
                        new Row(place.source(), another, Optional.of(place)),
                        new Row(place.source(), another, Optional.empty()));

        boolean isShown = rows.stream().anyMatch(row -> shows(viewer.visibility(subject), row));
        assertThat(viewer.seesOfAnother(Set.of(place)).contains(subject))
                .isEqualTo(isPersonal(subject) && isShown);
    }

    @Test
    void whereSomebodyBelongsDecidesWhoSeesThemByARole() {
        var lead = ann(Role.AUDITOR.in(new Scope.Organization(ONE)));
        var finance = ann(Role.BILLING.in(ENTERPRISE));

        assertThat(lead.seesOfAnother(Set.of(ONE, TWO)))
                .containsExactlyInAnyOrder(
                        Subject.CONSUMPTION, Subject.COSTS, Subject.METRICS, Subject.SESSIONS);
        assertThat(lead.seesOfAnother(Set.of(TWO))).isEmpty();
        assertThat(lead.seesOfAnother(Set.of())).isEmpty();
        assertThat(finance.seesOfAnother(Set.of()))
                .containsExactlyInAnyOrder(Subject.CONSUMPTION, Subject.COSTS);
        assertThat(ann(Role.MEMBER.in(ENTERPRISE)).seesOfAnother(Set.of(ONE))).isEmpty();
    }

    @Property
    void theFlagOfAnOrganizationOfTheirsOpensPersonalAnalytics(@ForAll("viewers") Viewer viewer) {
        var owning = withGrants(viewer, Set.of(OWN_CONSUMPTION));

        boolean open =
                isGood(viewer)
                        && viewer.flags()
                                .decide(
                                        Flag.EXPOSE_PERSONAL_ANALYTICS,
                                        viewer.account().memberOf(),
                                        viewer.now())
                                .on();
        assertThat(shownBy(owning.oneself()))
                .isEqualTo(open ? rowsOf(viewer.account().linkedTo()) : Set.of());
    }

    private static Set<Row> rowsOf(Set<VendorUser> users) {
        return ROWS.stream()
                .filter(row -> row.user().filter(users::contains).isPresent())
                .collect(Collectors.toSet());
    }

    private static boolean isGood(Viewer viewer) {
        var expiresAt = viewer.account().expiresAt();
        return viewer.account().enabled()
                && (expiresAt.isEmpty() || viewer.now().compareTo(expiresAt.get()) < 0);
    }

    /// What the rules say, row by row.
    @Property
    void everyRowIsShownForAReasonAndNoReasonIsMissed(
            @ForAll("viewers") Viewer viewer, @ForAll Subject subject) {
        var visibility = viewer.visibility(subject);

        var account = viewer.account();
        var grants =
                account.grants().stream()
                        .filter(grant -> subject.permissions().contains(grant.permission()))
                        .filter(ViewerTest::countsWhereItWasGiven)
                        .map(Grant::scope)
                        .toList();
        boolean opened =
                account.grants().contains(OWN_CONSUMPTION) && viewer.personalAnalytics().on();
        for (var row : ROWS) {
            boolean isOwn = row.user().filter(account.linkedTo()::contains).isPresent();
            boolean granted =
                    grants.contains(ENTERPRISE)
                            || row.organization()
                                    .map(Scope.Organization::new)
                                    .filter(grants::contains)
                                    .isPresent();
            boolean ownThere =
                    opened || row.organization().filter(account.ownWithin()::contains).isPresent();
            assertThat(shows(visibility, row))
                    .as("%s shows %s", visibility, row)
                    .isEqualTo(
                            isGood(viewer)
                                    && (granted || (isPersonal(subject) && isOwn && ownThere)));
        }
    }

    private static boolean isPersonal(Subject subject) {
        return Set.of(Subject.CONSUMPTION, Subject.COSTS, Subject.METRICS, Subject.SESSIONS)
                .contains(subject);
    }

    /// Devin's names say where a permission counts.
    private static boolean countsWhereItWasGiven(Grant grant) {
        boolean ofOrganization = grant.permission().title().startsWith("ViewOrg");
        return grant.permission() == Permission.MANAGE_BILLING
                || ofOrganization == (grant.scope() instanceof Scope.Organization);
    }

    @Property
    void aDisabledOrExpiredAccountSeesNothingAndMayDoNothing(
            @ForAll("viewers") Viewer viewer,
            @ForAll Subject subject,
            @ForAll Permission permission,
            @ForAll("grants") Grant grant,
            @ForAll boolean disabled) {
        var account = viewer.account();
        var noGood =
                new Viewer(
                        new Account(
                                account.principal(),
                                account.name(),
                                !disabled,
                                disabled ? account.expiresAt() : Optional.of(viewer.now()),
                                account.grants(),
                                account.linkedTo(),
                                account.memberOf(),
                                account.ownWithin()),
                        viewer.flags(),
                        viewer.now());

        assertThat(noGood.visibility(subject)).isEqualTo(new Visibility.Nothing());
        assertThat(noGood.oneself()).isEqualTo(new Visibility.Nothing());
        assertThat(noGood.may(permission)).isFalse();
        assertThat(noGood.mayGive(Set.of(grant))).isFalse();
    }

    @Property
    void noGrantTakesAnythingAwayAndNoLossAddsAnything(
            @ForAll("viewers") Viewer viewer,
            @ForAll("grants") Grant grant,
            @ForAll Subject subject,
            @ForAll Permission permission) {
        var with = withGrants(viewer, plus(viewer.account().grants(), Set.of(grant)));
        var without = withGrants(viewer, minus(viewer.account().grants(), Set.of(grant)));

        assertThat(shownBy(with.visibility(subject)))
                .containsAll(shownBy(without.visibility(subject)));
        assertThat(shownBy(with.oneself())).containsAll(shownBy(without.oneself()));
        assertThat(with.may(permission) || !without.may(permission)).isTrue();
    }

    @Property
    void aPermissionGivenWhereItDoesNotCountChangesNothing(
            @ForAll("viewers") Viewer viewer,
            @ForAll Subject subject,
            @ForAll Permission permission,
            @ForAll("grants") Grant given) {
        var useless =
                viewer.account().grants().stream()
                        .filter(not(ViewerTest::countsWhereItWasGiven))
                        .collect(Collectors.toSet());
        var without = withGrants(viewer, minus(viewer.account().grants(), useless));

        assertThat(viewer.visibility(subject)).isEqualTo(without.visibility(subject));
        assertThat(viewer.oneself()).isEqualTo(without.oneself());
        assertThat(viewer.may(permission)).isEqualTo(without.may(permission));
        assertThat(viewer.mayGive(Set.of(given))).isEqualTo(without.mayGive(Set.of(given)));
    }

    @Property
    void someOfASubjectIsAlwaysSomething(
            @ForAll("viewers") Viewer viewer, @ForAll Subject subject) {
        var visibility = viewer.visibility(subject);

        assertThat(visibility instanceof Visibility.Nothing)
                .as("%s is nothing", visibility)
                .isEqualTo(shownBy(visibility).isEmpty());
    }

    @Property
    void oneselfIsNobodyWhoIsNotLinked(@ForAll("viewers") Viewer viewer, @ForAll Subject subject) {
        for (var visibility : List.of(viewer.oneself(), viewer.visibility(subject))) {
            if (visibility instanceof Visibility.Some some) {
                assertThat(viewer.account().linkedTo())
                        .containsAll(some.oneself())
                        .containsAll(some.oneselfWithin());
            }
        }
        assertThat(rowsOf(viewer.account().linkedTo())).containsAll(shownBy(viewer.oneself()));
    }

    @Property
    void aGrantInOneOrganizationShowsNoOther(
            @ForAll("viewers") Viewer viewer,
            @ForAll("organizations") VendorOrganization organization,
            @ForAll Subject subject) {
        var there =
                Stream.of(Permission.values())
                        .map(permission ->
                                new Grant(permission, new Scope.Organization(organization)))
                        .collect(Collectors.toSet());

        var added =
                minus(
                        shownBy(withGrants(viewer, there).visibility(subject)),
                        shownBy(withGrants(viewer, Set.of()).visibility(subject)));

        assertThat(added).allMatch(row -> row.organization().equals(Optional.of(organization)));
    }

    @Property
    void onlyAGrantForTheEnterpriseAllowsAnythingToBeDone(
            @ForAll("viewers") Viewer viewer, @ForAll Permission permission) {
        boolean granted = viewer.account().grants().contains(new Grant(permission, ENTERPRISE));
        boolean counts = countsWhereItWasGiven(new Grant(permission, ENTERPRISE));

        assertThat(viewer.may(permission)).isEqualTo(isGood(viewer) && granted && counts);
    }

    @Property
    void whoeverDoesNotManageMembershipGivesNoMoreThanTheyHold(
            @ForAll("viewers") Viewer viewer,
            @ForAll("severalGrants") Set<Grant> given,
            @ForAll Subject subject,
            @ForAll Permission permission) {
        var recipient = withGrants(viewer, plus(viewer.account().grants(), given));

        boolean gainsNothing =
                shownBy(recipient.visibility(subject)).equals(shownBy(viewer.visibility(subject)))
                        && recipient.may(permission) == viewer.may(permission);
        assertThat(
                        viewer.may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)
                                || !viewer.mayGive(given)
                                || gainsNothing)
                .isTrue();
    }

    @Property
    void whatIsHeldMayBeGiven(@ForAll("viewers") Viewer viewer) {
        var held =
                viewer.account().grants().stream()
                        .filter(ViewerTest::countsWhereItWasGiven)
                        .collect(Collectors.toSet());

        assertThat(viewer.mayGive(held)).isEqualTo(isGood(viewer) || held.isEmpty());
    }

    @Test
    void whoeverManagesMembershipGivesAnything() {
        var manager = ann(Set.of(new Grant(Permission.MANAGE_ACCOUNT_MEMBERSHIP, ENTERPRISE)));

        assertThat(manager.mayGive(Role.ADMIN.in(ENTERPRISE))).isTrue();
    }

    @Property
    void nothingButUsageIsEverOnesOwn(@ForAll("viewers") Viewer viewer, @ForAll Subject subject) {
        var open = withGrants(viewer, Set.of(OWN_CONSUMPTION));

        assertThat(isPersonal(subject) || open.visibility(subject).equals(new Visibility.Nothing()))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSUMPTION", "COSTS", "METRICS", "SESSIONS"})
    void ownRowsWithinOnesProjectsNeedNoGate(Subject subject) {
        var viewer = ann(Set.of(), Flags.NONE, Set.of(ONE));

        var visibility = viewer.visibility(subject);

        assertThat(shownBy(visibility))
                .containsExactly(new Row(ACME, Optional.of(ANN), Optional.of(ONE)));
        assertThat(viewer.oneself()).isEqualTo(new Visibility.Nothing());
    }

    @Test
    void whatIsOnesOwnIsNotSaidTwice() {
        var everywhere = ann(Set.of(OWN_CONSUMPTION), PERSONAL_ANALYTICS_ON, Set.of(ONE));
        var wholeProject = ann(Role.ADMIN.in(new Scope.Organization(ONE)), Flags.NONE, Set.of(ONE));

        assertThat(everywhere.visibility(Subject.CONSUMPTION))
                .isEqualTo(new Visibility.Some(Set.of(), Set.of(ANN), Set.of(), Set.of()));
        assertThat(wholeProject.visibility(Subject.CONSUMPTION))
                .isEqualTo(new Visibility.Some(Set.of(ONE), Set.of(), Set.of(), Set.of()));
    }

    @Test
    void projectsOfASourceThatDoesNotKnowOneShowNothing() {
        var elsewhere = new VendorOrganization(new SourceName("beta"), "one");

        assertThat(ann(Set.of(), Flags.NONE, Set.of(elsewhere)).visibility(Subject.CONSUMPTION))
                .isEqualTo(new Visibility.Nothing());
    }

    @ParameterizedTest
    @CsvSource({
        "CONSUMPTION, true",
        "COSTS, true",
        "ORGANIZATIONS, true",
        "METRICS, false",
        "SESSIONS, false",
        "PEOPLE, false",
        "AUDIT_LOG, false",
    })
    void whoeverManagesBillingSeesConsumptionThere(Subject subject, boolean seen) {
        var everywhere = ann(Set.of(new Grant(Permission.MANAGE_BILLING, ENTERPRISE)));
        var inOne = ann(Set.of(new Grant(Permission.MANAGE_BILLING, new Scope.Organization(ONE))));

        assertThat(everywhere.visibility(subject))
                .isEqualTo(seen ? new Visibility.Everything() : new Visibility.Nothing());
        assertThat(inOne.visibility(subject))
                .isEqualTo(
                        seen
                                ? new Visibility.Some(Set.of(ONE), Set.of(), Set.of(), Set.of())
                                : new Visibility.Nothing());
    }

    @Property
    void whatIsSeenOfAnOrganizationIsSeenOfAllByTheSamePermissionForTheEnterprise(
            @ForAll Subject subject, @ForAll("ofOrganizations") Permission ofOrganization) {
        var ofAccount =
                Permission.find(ofOrganization.title().replace("ViewOrg", "ViewAccount"))
                        .orElseThrow();
        var inOne = ann(Set.of(new Grant(ofOrganization, new Scope.Organization(ONE))));
        var everywhere = ann(Set.of(new Grant(ofAccount, ENTERPRISE)));

        assertThat(shownBy(everywhere.visibility(subject)))
                .containsAll(shownBy(inOne.visibility(subject)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    SUBJECT       | admin | member | auditor | billing
                    CONSUMPTION   | all   | own    | all     | all
                    COSTS         | all   | own    | all     | all
                    METRICS       | all   | own    | all     | none
                    SESSIONS      | all   | own    | all     | none
                    ORGANIZATIONS | all   | none   | all     | all
                    PEOPLE        | all   | none   | all     | none
                    ROLES         | all   | none   | all     | none
                    SERVICE_USERS | all   | none   | none    | none
                    SETTINGS      | all   | none   | none    | none
                    AUDIT_LOG     | all   | none   | all     | none
                    SOURCES       | all   | none   | all     | none
                    """)
    void builtInRolesForTheEnterprise(
            Subject subject, String admin, String member, String auditor, String billing) {
        assertThat(seenAs(Role.ADMIN, ENTERPRISE, subject)).isEqualTo(admin);
        assertThat(seenAs(Role.MEMBER, ENTERPRISE, subject)).isEqualTo(member);
        assertThat(seenAs(Role.AUDITOR, ENTERPRISE, subject)).isEqualTo(auditor);
        assertThat(seenAs(Role.BILLING, ENTERPRISE, subject)).isEqualTo(billing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    SUBJECT       | admin | member | auditor | billing
                    CONSUMPTION   | one   | none   | one     | one
                    COSTS         | one   | none   | one     | one
                    METRICS       | one   | none   | one     | none
                    SESSIONS      | one   | none   | one     | none
                    ORGANIZATIONS | one   | none   | one     | one
                    PEOPLE        | none  | none   | none    | none
                    ROLES         | none  | none   | none    | none
                    SERVICE_USERS | none  | none   | none    | none
                    SETTINGS      | none  | none   | none    | none
                    AUDIT_LOG     | none  | none   | none    | none
                    SOURCES       | none  | none   | none    | none
                    """)
    void builtInRolesInOneOrganization(
            Subject subject, String admin, String member, String auditor, String billing) {
        var one = new Scope.Organization(ONE);

        assertThat(seenAs(Role.ADMIN, one, subject)).isEqualTo(admin);
        assertThat(seenAs(Role.MEMBER, one, subject)).isEqualTo(member);
        assertThat(seenAs(Role.AUDITOR, one, subject)).isEqualTo(auditor);
        assertThat(seenAs(Role.BILLING, one, subject)).isEqualTo(billing);
    }

    /// By a role that was given to Ann while personal analytics are on.
    private static String seenAs(Role role, Scope scope, Subject subject) {
        return switch (ann(role.in(scope)).visibility(subject)) {
            case Visibility.Everything() -> "all";
            case Visibility.Nothing() -> "none";
            case Visibility.Some some ->
                    Map.of(
                                    new Visibility.Some(Set.of(), Set.of(ANN), Set.of(), Set.of()),
                                    "own",
                                    new Visibility.Some(Set.of(ONE), Set.of(), Set.of(), Set.of()),
                                    "one")
                            .getOrDefault(some, some.toString());
        };
    }

    private static Viewer ann(Set<Grant> grants) {
        return ann(grants, PERSONAL_ANALYTICS_ON, Set.of());
    }

    private static Viewer ann(Set<Grant> grants, Flags flags, Set<VendorOrganization> ownWithin) {
        return new Viewer(
                new Account(
                        new Principal.Person(7),
                        "Ann",
                        true,
                        Optional.empty(),
                        grants,
                        Set.of(ANN),
                        Set.of(ONE, TWO),
                        ownWithin),
                flags,
                NOW);
    }

    private static <T> Set<T> plus(Set<T> some, Set<T> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static <T> Set<T> minus(Set<T> some, Set<T> fewer) {
        var left = new HashSet<>(some);
        left.removeAll(fewer);
        return left;
    }

    @Provide
    Arbitrary<Viewer> viewers() {
        return AnyAccess.viewers();
    }

    @Provide
    Arbitrary<Grant> grants() {
        return AnyAccess.grants();
    }

    @Provide
    Arbitrary<Set<Grant>> severalGrants() {
        return AnyAccess.grants().set().ofMaxSize(3);
    }

    @Provide
    Arbitrary<Permission> ofOrganizations() {
        return Arbitraries.of(
                Permission.VIEW_ORG_CONSUMPTION,
                Permission.VIEW_ORG_METRICS,
                Permission.VIEW_ORG_SESSIONS);
    }

    @Provide
    Arbitrary<VendorOrganization> organizations() {
        return AnyAccess.organizations();
    }
}
