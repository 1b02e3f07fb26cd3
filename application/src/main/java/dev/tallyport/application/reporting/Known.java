package dev.tallyport.application.reporting;

import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorUser;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whom the vendors' users are held to be.
///
/// @param oneself what the vendors know as whoever asks
public record Known(Map<VendorUser, Principal.Person> linked, Set<VendorUser> oneself) {

    public Known {
        linked = Map.copyOf(linked);
        oneself = Set.copyOf(oneself);
    }

    Optional<Principal.Person> personOf(VendorUser user) {
        return Optional.ofNullable(linked.get(user));
    }

    /// @param persons by their numbers, [Filter#ME], or `source/user` for whoever a vendor knows so
    Set<String> usersOf(Set<String> persons, SourceName source) {
        var users = new HashSet<String>();
        linked.forEach((user, person) -> {
            if (user.source().equals(source) && persons.contains(Long.toString(person.id()))) {
                users.add(user.id());
            }
        });
        var ofSource = source.value() + "/";
        persons.stream()
                .filter(person -> person.startsWith(ofSource))
                .map(person -> person.substring(ofSource.length()))
                .forEach(users::add);
        if (persons.contains(Filter.ME)) {
            oneself.stream()
                    .filter(user -> user.source().equals(source))
                    .forEach(user -> users.add(user.id()));
        }
        return users;
    }
}
