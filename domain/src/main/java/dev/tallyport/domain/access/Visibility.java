package dev.tallyport.domain.access;

import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What somebody may see of a subject. No question can be asked without one; on doubt it is
/// [Nothing].
public sealed interface Visibility {

    /// All of all sources.
    record Everything() implements Visibility {}

    /// What is tied to one of the organizations or projects, and what is one's own: everywhere, or
    /// where it is tied to one of some.
    ///
    /// @param oneself what the vendors know somebody as, seen everywhere
    /// @param oneselfWithin what the vendors know somebody as, seen only where tied to `within`
    record Some(
            Set<VendorOrganization> organizations,
            Set<VendorUser> oneself,
            Set<VendorUser> oneselfWithin,
            Set<VendorOrganization> within)
            implements Visibility {

        /// Leaves out what shows nothing beyond the rest: a viewer's own that is seen anyway, and
        /// users and organizations of a source that has only the one or the other.
        public Some {
            organizations = Set.copyOf(organizations);
            oneself = Set.copyOf(oneself);
            var users = except(oneselfWithin, oneself);
            var places = except(within, organizations);
            var sources = sourcesOf(users, VendorUser::source);
            sources.retainAll(sourcesOf(places, VendorOrganization::source));
            oneselfWithin = of(sources, users, VendorUser::source);
            within = of(sources, places, VendorOrganization::source);
        }

        private static <T> Set<T> except(Set<T> some, Set<T> others) {
            var left = new HashSet<>(some);
            left.removeAll(others);
            return left;
        }

        private static <T> Set<SourceName> sourcesOf(Set<T> some, Function<T, SourceName> source) {
            return some.stream().map(source).collect(Collectors.toCollection(HashSet::new));
        }

        private static <T> Set<T> of(
                Set<SourceName> sources, Set<T> some, Function<T, SourceName> source) {
            return some.stream()
                    .filter(one -> sources.contains(source.apply(one)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        boolean isNothing() {
            return organizations.isEmpty() && oneself.isEmpty() && oneselfWithin.isEmpty();
        }
    }

    /// Nothing at all, whatever is asked.
    record Nothing() implements Visibility {}

    /// Whether it leaves nothing but what is of these users.
    default boolean isOnlyOf(Set<VendorUser> users) {
        return switch (this) {
            case Everything() -> false;
            case Some(var organizations, var oneself, var oneselfWithin, _) ->
                    organizations.isEmpty()
                            && users.containsAll(oneself)
                            && users.containsAll(oneselfWithin);
            case Nothing() -> true;
        };
    }

    /// Whether it shows anything of somebody else's that is tied to these.
    default boolean reaches(Set<VendorOrganization> places) {
        return switch (this) {
            case Everything() -> true;
            case Some some -> !Collections.disjoint(some.organizations(), places);
            case Nothing() -> false;
        };
    }
}
