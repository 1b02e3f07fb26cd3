package dev.tallyport.adapter.security;

import dev.tallyport.application.access.TokenClaims;
import dev.tallyport.application.account.SignInAccount.Provided;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Reads what tokens state, all of which somebody may have written into a form at the provider:
/// anything of another shape than expected is as good as not stated.
final class ProviderClaims {

    private static final int MOST = 1_000;
    private static final int LONGEST = 512;

    /// What is stated, from the token that counts most on.
    private final List<JsonObject> stated;

    private ProviderClaims(List<JsonObject> stated) {
        this.stated = stated;
    }

    /// @throws AuthenticationFailedException when it is not said who this is
    static TokenClaims of(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new AuthenticationFailedException("nothing is stated of whoever this is");
        }
        var main = OidcCommonUtils.decodeJwtContent(token.getRawToken());
        var access = identity.getCredential(AccessTokenCredential.class);
        return identity.getCredential(IdTokenCredential.class) == null || access == null
                ? of(main, Optional.empty())
                : of(main, content(access.getToken()));
    }

    /// Empty for a token that says nothing to us. It is not verified: it came together with an ID
    /// token that is, straight from the provider.
    private static Optional<JsonObject> content(String token) {
        try {
            return Optional.ofNullable(OidcCommonUtils.decodeJwtContent(token));
        } catch (IllegalArgumentException | DecodeException _) {
            return Optional.empty();
        }
    }

    /// @param access what is stated beside it, for what is missing
    static TokenClaims of(JsonObject main, Optional<JsonObject> access) {
        var account = account(main);
        return new ProviderClaims(Stream.concat(Stream.of(main), access.stream()).toList())
                .read(account);
    }

    static Provided account(JsonObject claims) {
        return new Provided(required(claims, "iss"), required(claims, "sub"));
    }

    /// Never cut or left out, or one could be taken for another.
    private static String required(JsonObject claims, String name) {
        return textOf(claims.getValue(name))
                .orElseThrow(() ->
                        new AuthenticationFailedException(
                                name + ": expected a text of at most " + LONGEST + " characters"));
    }

    private TokenClaims read(Provided account) {
        var address = text("email");
        var login = text("preferred_username").or(() -> address).orElseGet(account::subject);
        return new TokenClaims(
                account,
                login,
                text("name").orElse(login),
                address,
                address.isPresent() && isTrue("email_verified"),
                groups(),
                isTrue("isAdmin") || realmRoles().contains("admin"),
                names("applications"),
                names("applications_admin"));
    }

    private Set<String> groups() {
        return claim("groups") instanceof String group
                ? textOf(group).map(Set::of).orElseGet(Set::of)
                : names("groups");
    }

    private Set<String> realmRoles() {
        return claim("realm_access") instanceof JsonObject realm
                ? namesIn(realm.getValue("roles"))
                : Set.of();
    }

    private @Nullable Object claim(String name) {
        return stated.stream()
                .map(claims -> claims.getValue(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Optional<String> text(String name) {
        return textOf(claim(name));
    }

    private boolean isTrue(String name) {
        var value = claim(name);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    private Set<String> names(String name) {
        return namesIn(claim(name));
    }

    /// Of an array, or of a text with commas.
    private static Set<String> namesIn(@Nullable Object value) {
        var each =
                switch (value) {
                    case JsonArray array -> array.stream();
                    case String text -> Stream.of(text.split(",", MOST + 1));
                    case null, default -> Stream.empty();
                };
        return each.limit(MOST)
                .flatMap(name -> textOf(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Without blanks around it. Empty for no text, or one that nobody is called.
    private static Optional<String> textOf(@Nullable Object value) {
        return value instanceof String text
                ? Optional.of(text.strip())
                        .filter(name -> !name.isEmpty() && name.length() <= LONGEST)
                        .filter(name -> name.chars().noneMatch(Character::isISOControl))
                : Optional.empty();
    }
}
