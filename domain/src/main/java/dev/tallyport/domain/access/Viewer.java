package dev.tallyport.domain.access;

import dev.tallyport.domain.flag.Flag;
import dev.tallyport.domain.flag.FlagDecision;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.VendorOrganization;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/// An account that asks at a moment, and the one decision about what it may see. Pure and total: a
/// disabled or expired account sees nothing, and what nobody allowed is not allowed.
public record Viewer(Account account, Flags flags, Instant now) {

    /// Whether the account holds a permission for the whole enterprise.
    public boolean may(Permission permission) {
        return holds(grant ->
                grant.permission() == permission && grant.scope() instanceof Scope.Enterprise);
    }

    /// Whether the account holds all that a role would give somebody there. Nobody but those who
    /// manage membership gives away more than they hold.
    public boolean mayGive(Set<Grant> grants) {
        return may(Permission.MANAGE_ACCOUNT_MEMBERSHIP)
                || grants.stream().allMatch(given -> holds(given::equals));
    }

    /// What the account may see of a subject.
    public Visibility visibility(Subject subject) {
        if (subject.permissions().stream().anyMatch(this::may)) {
            return new Visibility.Everything();
        }
        var some =
                new Visibility.Some(
                        organizations(subject),
                        subject.isPersonal() && obstacles().isEmpty()
                                ? account.linkedTo()
                                : Set.of(),
                        account.linkedTo(),
                        ownWithin(subject));
        return some.isNothing() ? new Visibility.Nothing() : some;
    }

    /// The first gate of personal analytics: without it they do not exist for this account.
    public FlagDecision personalAnalytics() {
        return flags.decide(Flag.EXPOSE_PERSONAL_ANALYTICS, account.memberOf(), now);
    }

    /// One's own rows and nobody else's, whatever else the account may see. Needs both gates.
    public Visibility oneself() {
        return obstacles().isEmpty()
                ? new Visibility.Some(Set.of(), account.linkedTo(), Set.of(), Set.of())
                : new Visibility.Nothing();
    }

    /// Everything that keeps the account from personal analytics; none where nothing does.
    public Set<Obstacle> obstacles() {
        var obstacles = EnumSet.noneOf(Obstacle.class);
        if (!personalAnalytics().on()) {
            obstacles.add(Obstacle.FLAG);
        }
        if (!may(Permission.VIEW_PERSONAL_ANALYTICS)) {
            obstacles.add(Obstacle.PERMISSION);
        }
        if (account.linkedTo().isEmpty()) {
            obstacles.add(Obstacle.LINK);
        }
        return obstacles;
    }

    /// Of what of somebody else's the account sees a part.
    ///
    /// @param places the organizations and projects that the other one's is tied to
    public Set<Subject> seesOfAnother(Set<VendorOrganization> places) {
        var seen = EnumSet.noneOf(Subject.class);
        for (var subject : Subject.values()) {
            if (subject.isPersonal() && visibility(subject).reaches(places)) {
                seen.add(subject);
            }
        }
        return seen;
    }

    private Set<VendorOrganization> organizations(Subject subject) {
        var organizations = new HashSet<VendorOrganization>();
        if (account.isActive(now)) {
            for (var grant : account.grants()) {
                if (grant.counts()
                        && subject.permissions().contains(grant.permission())
                        && grant.scope() instanceof Scope.Organization(var organization)) {
                    organizations.add(organization);
                }
            }
        }
        return organizations;
    }

    private Set<VendorOrganization> ownWithin(Subject subject) {
        return subject.isPersonal() && account.isActive(now) ? account.ownWithin() : Set.of();
    }

    private boolean holds(Predicate<Grant> wanted) {
        return account.isActive(now)
                && account.grants().stream().filter(Grant::counts).anyMatch(wanted);
    }
}
