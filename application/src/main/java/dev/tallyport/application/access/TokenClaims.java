package dev.tallyport.application.access;

import dev.tallyport.application.account.SignInAccount.Provided;
import java.util.Optional;
import java.util.Set;

/// What an identity provider states of somebody, as far as it decides anything here. Verified: the
/// token that stated it is the provider's, meant for us, and good now.
///
/// @param login what they call themselves
/// @param name for people to read
/// @param addressVerified whether the provider vouches for the address
/// @param groups as the provider names them
/// @param admin CodeMie's `isAdmin`, or the realm role `admin`
/// @param projects CodeMie's `applications`: where they see their own rows
/// @param administeredProjects CodeMie's `applications_admin`: where they see all rows
public record TokenClaims(
        Provided account,
        String login,
        String name,
        Optional<String> address,
        boolean addressVerified,
        Set<String> groups,
        boolean admin,
        Set<String> projects,
        Set<String> administeredProjects) {

    public TokenClaims {
        groups = Set.copyOf(groups);
        projects = Set.copyOf(projects);
        administeredProjects = Set.copyOf(administeredProjects);
    }
}
