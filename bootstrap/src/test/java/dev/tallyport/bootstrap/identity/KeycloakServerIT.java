package dev.tallyport.bootstrap.identity;

import static dev.tallyport.bootstrap.identity.KeycloakServer.claims;
import static dev.tallyport.bootstrap.identity.KeycloakServer.keyId;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// That the provider of the tests does what tests of signing in count on.
final class KeycloakServerIT {

    private final KeycloakServer keycloak = KeycloakServer.shared();

    @Test
    void aTokenSaysWhoSomebodyIsAndWhatTheyMay() {
        keycloak.create(
                Person.named("ada")
                        .withGroups("engineers", "finance")
                        .withAttribute("applications", "tallyport", "ledger")
                        .withAttribute("applications_admin", "tallyport")
                        .withAttribute("isAdmin", "true")
                        .withRoles("admin"));

        var tokens = keycloak.tokens("ada", "password", "tallyport");

        var access = claims(tokens.path("access_token").asText());
        assertThat(access.path("iss").asText()).isEqualTo(keycloak.issuer().toString());
        assertThat(access.path("azp").asText()).isEqualTo("tallyport");
        assertThat(texts(access.path("aud"))).contains("tallyport");
        assertThat(texts(access.path("realm_access").path("roles"))).contains("admin");
        for (var claims : List.of(access, claims(tokens.path("id_token").asText()))) {
            assertThat(claims.path("preferred_username").asText()).isEqualTo("ada");
            assertThat(claims.path("email").asText()).isEqualTo("ada@example.com");
            assertThat(claims.path("email_verified").booleanValue()).isTrue();
            assertThat(texts(claims.path("groups"))).containsOnly("engineers", "finance");
            assertThat(texts(claims.path("applications"))).containsOnly("tallyport", "ledger");
            assertThat(texts(claims.path("applications_admin"))).containsOnly("tallyport");
            assertThat(claims.path("isAdmin").booleanValue()).isTrue();
        }
    }

    @Test
    void groupsAndAttributesChangeWithTheNextToken() {
        keycloak.create(Person.named("grace").withEmail("g@example.com", false).withGroups("navy"));
        keycloak.joinGroup("grace", "compilers");
        keycloak.leaveGroup("grace", "navy");
        keycloak.setAttribute("grace", "applications", "cobol");

        var claims = claims(keycloak.token("grace", "password", "tallyport"));

        assertThat(texts(claims.path("groups"))).containsOnly("compilers");
        assertThat(texts(claims.path("applications"))).containsOnly("cobol");
        assertThat(claims.path("email_verified").booleanValue()).isFalse();
    }

    @Test
    void whoIsDisabledGetsNoTokenAndLosesTheOneTheyHave() {
        keycloak.create(Person.named("bob"));
        var token = keycloak.token("bob", "password", "long-lived");
        assertThat(keycloak.introspect(token).path("active").booleanValue()).isTrue();

        keycloak.disable("bob");

        assertThat(keycloak.tryTokens("bob", "password", "tallyport")).isEmpty();
        assertThat(keycloak.introspect(token).path("active").booleanValue()).isFalse();
        keycloak.enable("bob");
        assertThat(keycloak.tryTokens("bob", "password", "tallyport")).isPresent();
    }

    @Test
    void endingSessionsTakesTheirTokensAlong() {
        keycloak.create(Person.named("carol"));
        var token = keycloak.token("carol", "password", "tallyport");

        keycloak.endSessions("carol");

        assertThat(keycloak.introspect(token).path("active").booleanValue()).isFalse();
    }

    @Test
    void whatIsSignedAfterARotationHasAnotherKey() {
        keycloak.create(Person.named("dora"));
        var before = keyId(keycloak.token("dora", "password", "tallyport"));

        keycloak.rotateKeys();

        var after = keyId(keycloak.token("dora", "password", "tallyport"));
        assertThat(after).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void lifespansAreTheClientsOwnOrTheRealms() {
        keycloak.create(Person.named("erin"));
        keycloak.setAccessTokenLifespan(Duration.ofSeconds(7));
        keycloak.setAccessTokenLifespan("elsewhere", Duration.ofSeconds(9));

        assertThat(lifespan(keycloak.token("erin", "password", "tallyport"))).isEqualTo(7);
        assertThat(lifespan(keycloak.token("erin", "password", "elsewhere"))).isEqualTo(9);
        assertThat(lifespan(keycloak.token("erin", "password", "long-lived"))).isEqualTo(3600);
        keycloak.setAccessTokenLifespan(Duration.ofMinutes(5));
    }

    @Test
    void aTokenFromElsewhereIsNotForTallyport() {
        keycloak.create(Person.named("frank"));

        var claims = claims(keycloak.token("frank", "password", "elsewhere"));

        assertThat(texts(claims.path("aud"))).doesNotContain("tallyport");
        assertThat(claims.path("azp").asText()).isEqualTo("elsewhere");
    }

    @Test
    void aServiceHasATokenOfItsOwn() {
        var claims = claims(keycloak.serviceToken("tallyport"));

        assertThat(claims.path("preferred_username").asText())
                .isEqualTo("service-account-tallyport");
        assertThat(texts(claims.path("aud"))).contains("tallyport");
    }

    @Test
    void anotherRealmIsAnotherIssuer() {
        var other = keycloak.inRealm("other");

        var claims = claims(other.token("mallory", "password", "tallyport"));

        assertThat(claims.path("iss").asText())
                .isEqualTo(other.issuer().toString())
                .isNotEqualTo(keycloak.issuer().toString());
        assertThat(texts(claims.path("aud"))).contains("tallyport");
    }

    @Test
    void whoSignsInAtThePageIsSentBackWithACode() {
        keycloak.create(Person.named("hana"));
        var request =
                "/protocol/openid-connect/auth?client_id=tallyport&response_type=code&scope=openid"
                        + "&state=abc&redirect_uri=http://localhost:8080/sign-in/provider";

        var back = keycloak.signIn(URI.create(keycloak.issuer() + request), "hana", "password");

        assertThat(back).hasHost("localhost").hasPort(8080).hasPath("/sign-in/provider");
        assertThat(back.getQuery()).contains("state=abc").contains("code=");
    }

    private static long lifespan(String token) {
        var claims = claims(token);
        return claims.path("exp").longValue() - claims.path("iat").longValue();
    }

    private static List<String> texts(JsonNode values) {
        return values.isArray()
                ? StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).toList()
                : List.of(values.asText());
    }
}
