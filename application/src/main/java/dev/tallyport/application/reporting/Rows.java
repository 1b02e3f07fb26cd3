package dev.tallyport.application.reporting;

import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Dimension;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which rows of one source may be seen, by the vendor's ids.
public sealed interface Rows {

    record All() implements Rows {}

    /// A row that is tied to one of the organizations, or is of one of the users, or is of one of
    /// `usersWithin` and tied to one of `within`.
    record Some(
            Set<String> organizations,
            Set<String> users,
            Set<String> usersWithin,
            Set<String> within)
            implements Rows {

        public Some {
            if (usersWithin.isEmpty() || within.isEmpty()) {
                usersWithin = Set.of();
                within = Set.of();
            }
        }

        boolean isNone() {
            return organizations.isEmpty() && users.isEmpty() && within.isEmpty();
        }
    }

    /// @return empty when nothing of the source may be seen
    static Optional<Rows> of(Visibility visibility, SourceName source) {
        return switch (visibility) {
            case Visibility.Everything() -> Optional.of(new All());
            case Visibility.Nothing() -> Optional.empty();
            case Visibility.Some(var organizations, var oneself, var oneselfWithin, var within) ->
                    Optional.of(
                                    new Some(
                                            organizationsIn(source, organizations),
                                            usersIn(source, oneself),
                                            usersIn(source, oneselfWithin),
                                            organizationsIn(source, within)))
                            .filter(some -> !some.isNone())
                            .map(some -> some);
        };
    }

    /// The dimensions that usage must know to tell these rows from others.
    default Set<Dimension> dimensions() {
        var dimensions = EnumSet.noneOf(Dimension.class);
        if (this instanceof Some some) {
            if (!some.organizations().isEmpty() || !some.within().isEmpty()) {
                dimensions.add(Dimension.ORGANIZATION);
            }
            if (!some.users().isEmpty() || !some.usersWithin().isEmpty()) {
                dimensions.add(Dimension.USER);
            }
        }
        return dimensions;
    }

    /// Whether a row of this user, tied to this organization, is one of them.
    ///
    /// @param user empty for a row of nobody known, or of no one user
    /// @param organization empty for a row that is tied to none
    default boolean contain(Optional<String> user, Optional<String> organization) {
        return switch (this) {
            case All() -> true;
            case Some(var organizations, var users, var usersWithin, var within) ->
                    organization.filter(organizations::contains).isPresent()
                            || user.filter(users::contains).isPresent()
                            || (user.filter(usersWithin::contains).isPresent()
                                    && organization.filter(within::contains).isPresent());
        };
    }

    private static Set<String> usersIn(SourceName source, Set<VendorUser> users) {
        return users.stream()
                .filter(user -> user.source().equals(source))
                .map(VendorUser::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> organizationsIn(
            SourceName source, Set<VendorOrganization> organizations) {
        return organizations.stream()
                .filter(organization -> organization.source().equals(source))
                .map(VendorOrganization::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
