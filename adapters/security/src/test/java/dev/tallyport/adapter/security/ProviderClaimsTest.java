package dev.tallyport.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.access.TokenClaims;
import dev.tallyport.application.account.SignInAccount.Provided;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProviderClaimsTest {

    private static final String LONG = "x".repeat(513);

    private static JsonObject somebody() {
        return new JsonObject().put("iss", "https://id.example").put("sub", "42");
    }

    private static TokenClaims read(JsonObject claims) {
        return ProviderClaims.of(claims, Optional.empty());
    }

    @Test
    void somebodyOfWhomNothingIsStatedIsCalledByTheirId() {
        var claims = read(somebody());

        assertThat(claims.account()).isEqualTo(new Provided("https://id.example", "42"));
        assertThat(claims.login()).isEqualTo("42");
        assertThat(claims.name()).isEqualTo("42");
        assertThat(claims.address()).isEmpty();
        assertThat(claims.addressVerified()).isFalse();
        assertThat(claims.admin()).isFalse();
        assertThat(claims.groups()).isEmpty();
        assertThat(claims.projects()).isEmpty();
        assertThat(claims.administeredProjects()).isEmpty();
    }

    @Test
    void theAddressIsTheLoginOfWhoeverHasNoOther() {
        var claims = read(somebody().put("email", "ada@example.com").put("name", "Ada"));

        assertThat(claims.login()).isEqualTo("ada@example.com");
        assertThat(claims.name()).isEqualTo("Ada");
    }

    @Test
    void anAddressIsVerifiedOnlyWhereItIsSaidToBe() {
        var address = somebody().put("email", "ada@example.com");

        assertThat(read(address).addressVerified()).isFalse();
        assertThat(read(address.copy().put("email_verified", 1)).addressVerified()).isFalse();
        assertThat(read(address.copy().put("email_verified", "yes")).addressVerified()).isFalse();
        assertThat(read(address.copy().put("email_verified", true)).addressVerified()).isTrue();
        assertThat(read(address.copy().put("email_verified", "true")).addressVerified()).isTrue();
        assertThat(read(somebody().put("email_verified", true)).addressVerified()).isFalse();
    }

    @Test
    void namesAreAnArrayOrATextWithCommas() {
        var claims =
                read(
                        somebody()
                                .put("applications", " one, ,two,")
                                .put("applications_admin", new JsonArray().add("three").add(" ")));

        assertThat(claims.projects()).containsExactlyInAnyOrder("one", "two");
        assertThat(claims.administeredProjects()).containsExactly("three");
    }

    @Test
    void aGroupByItselfKeepsItsCommas() {
        assertThat(read(somebody().put("groups", "cn=a,ou=b")).groups())
                .containsExactly("cn=a,ou=b");
    }

    @Test
    void anAdminIsOneByTheClaimOrByTheRole() {
        var role = new JsonObject().put("roles", new JsonArray().add("admin"));

        assertThat(read(somebody().put("isAdmin", true)).admin()).isTrue();
        assertThat(read(somebody().put("isAdmin", "true")).admin()).isTrue();
        assertThat(read(somebody().put("realm_access", role)).admin()).isTrue();
        assertThat(read(somebody().put("isAdmin", "TRUE ")).admin()).isFalse();
        assertThat(read(somebody().put("isAdmin", new JsonArray().add(true))).admin()).isFalse();
        assertThat(read(somebody().put("realm_access", "admin")).admin()).isFalse();
        assertThat(read(somebody().put("roles", new JsonArray().add("admin"))).admin()).isFalse();
    }

    @Test
    void whatTheFirstTokenDoesNotSayIsTakenFromTheSecond() {
        var first = somebody().put("groups", new JsonArray().add("first"));
        var second =
                somebody()
                        .put("sub", "somebody else")
                        .put("groups", new JsonArray().add("second"))
                        .put("applications", "shown");

        var claims = ProviderClaims.of(first, Optional.of(second));

        assertThat(claims.account().subject()).isEqualTo("42");
        assertThat(claims.groups()).containsExactly("first");
        assertThat(claims.projects()).containsExactly("shown");
    }

    @Test
    void onlySoMuchIsRead() {
        var many = new JsonArray();
        for (int i = 0; i < 1_500; i++) {
            many.add("group-" + i);
        }

        var claims =
                read(
                        somebody()
                                .put("groups", many)
                                .put("applications", "one," + LONG)
                                .put("applications_admin", "a,".repeat(5_000) + "b")
                                .put("preferred_username", LONG)
                                .put("name", "a\u0000b"));

        assertThat(claims.groups()).hasSize(1_000);
        assertThat(claims.projects()).containsExactly("one");
        assertThat(claims.administeredProjects()).containsExactly("a");
        assertThat(claims.login()).isEqualTo("42");
        assertThat(claims.name()).isEqualTo("42");
    }

    @Test
    void anythingOfAnotherShapeIsNotStated() {
        var nested = new JsonArray(Collections.nCopies(3, new JsonArray().add("x")));

        var claims =
                read(
                        somebody()
                                .put("groups", new JsonObject().put("a", 1))
                                .put("applications", nested)
                                .put("email", 7)
                                .putNull("name"));

        assertThat(claims.groups()).isEmpty();
        assertThat(claims.projects()).isEmpty();
        assertThat(claims.address()).isEmpty();
        assertThat(claims.name()).isEqualTo("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub"})
    void withoutAnIdNobodyIsMeant(String claim) {
        var claims = somebody();
        claims.remove(claim);
        var tooLong = somebody().put(claim, LONG);

        assertThatThrownBy(() -> read(claims)).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> read(tooLong)).isInstanceOf(AuthenticationFailedException.class);
    }
}
