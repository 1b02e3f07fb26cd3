package dev.tallyport.connector.spi;

import java.util.Optional;
import java.util.Set;

/// Somebody or something that usage is divided by. An entry replaces the earlier one of its id; an
/// entry that is no longer listed is kept.
public sealed interface DirectoryEntry {

    /// The vendor's id, as it occurs in facts.
    String id();

    /// A person.
    ///
    /// @param organizations the ids of those that the vendor names the person a member of
    /// @param roles what the vendor calls the roles of the person, in any organization
    /// @param groups the names of the identity provider's groups that the vendor puts the person in
    record Person(
            String id,
            Optional<String> name,
            Optional<String> email,
            Set<String> organizations,
            Set<String> roles,
            Set<String> groups)
            implements DirectoryEntry {

        public Person {
            organizations = Set.copyOf(organizations);
            roles = Set.copyOf(roles);
            groups = Set.copyOf(groups);
        }

        /// A person whose roles and groups the vendor does not state.
        public Person(
                String id,
                Optional<String> name,
                Optional<String> email,
                Set<String> organizations) {
            this(id, name, email, organizations, Set.of(), Set.of());
        }

        /// A person whose memberships the vendor does not state.
        public static Person named(String id, Optional<String> name, Optional<String> email) {
            return new Person(id, name, email, Set.of());
        }

        /// A person of whom the vendor states nothing but usage.
        public static Person unnamed(String id) {
            return named(id, Optional.empty(), Optional.empty());
        }
    }

    /// A program with credentials of its own.
    record ServiceUser(String id, Optional<String> name, Set<String> organizations)
            implements DirectoryEntry {

        public ServiceUser {
            organizations = Set.copyOf(organizations);
        }
    }

    /// An organization or project.
    record Organization(String id, Optional<String> name) implements DirectoryEntry {}
}
