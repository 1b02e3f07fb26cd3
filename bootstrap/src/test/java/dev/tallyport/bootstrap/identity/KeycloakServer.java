package dev.tallyport.bootstrap.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Keycloak, one for all tests of a JVM, seen through one of its realms. Its realms and clients
/// are in `src/test/resources/keycloak`; [#secretOf] knows the secrets of its clients, and
///
/// * `tallyport` is what Tallyport is, with every flow,
/// * `long-lived` gives access tokens of an hour for `tallyport`,
/// * `elsewhere` gives access tokens that are not for `tallyport`,
/// * the realm `other` has a `tallyport` too, and `mallory`, whose password is `password`.
///
/// What a test does to a realm stays: let it have people of its own, and put lifespans back.
public final class KeycloakServer {

    public static final String CLIENT = "tallyport";

    private static final String ADDRESS = "dev.tallyport.keycloak.address";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM_ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI address;
    private final String realm;

    private KeycloakServer(HttpClient client, URI address, String realm) {
        this.client = client;
        this.address = address;
        this.realm = realm;
    }

    /// The one of this JVM, which is started if it is not running. A system property remembers it,
    /// since Quarkus loads this class once for each application it tests.
    public static synchronized KeycloakServer shared() {
        var running = System.getProperty(ADDRESS);
        if (running == null) {
            running = KeycloakProcess.start().toString();
            System.setProperty(ADDRESS, running);
        }
        return new KeycloakServer(HttpClient.newHttpClient(), URI.create(running), "tallyport");
    }

    public static String secretOf(String clientId) {
        return "the-secret-of-the-client-" + clientId;
    }

    public KeycloakServer inRealm(String other) {
        return new KeycloakServer(client, address, other);
    }

    public URI issuer() {
        return address.resolve("/realms/" + realm);
    }

    public void create(Person person) {
        var account = JSON.createObjectNode();
        account.put("username", person.name());
        account.put("email", person.email());
        account.put("emailVerified", person.emailVerified());
        account.put("enabled", true);
        account.set("attributes", JSON.valueToTree(person.attributes()));
        account.set(
                "credentials",
                JSON.valueToTree(
                        List.of(
                                Map.of(
                                        "type",
                                        "password",
                                        "value",
                                        person.password(),
                                        "temporary",
                                        false))));
        admin("POST", "/users", account);
        for (var group : person.groups()) {
            joinGroup(person.name(), group);
        }
        var roles = JSON.createArrayNode();
        for (var role : person.roles()) {
            roles.add(admin("GET", "/roles/" + role, null));
        }
        admin("POST", user(person.name()) + "/role-mappings/realm", roles);
    }

    public void disable(String user) {
        change(user(user), account -> account.put("enabled", false));
    }

    public void enable(String user) {
        change(user(user), account -> account.put("enabled", true));
    }

    public void delete(String user) {
        admin("DELETE", user(user), null);
    }

    public void setAttribute(String user, String attribute, String... values) {
        change(
                user(user),
                account ->
                        account.withObjectProperty("attributes")
                                .set(attribute, JSON.valueToTree(values)));
    }

    /// Creates the group if it is missing.
    public void joinGroup(String user, String group) {
        var known = groupNamed(group);
        if (known.isEmpty()) {
            admin("POST", "/groups", JSON.createObjectNode().put("name", group));
            known = groupNamed(group);
        }
        admin("PUT", user(user) + "/groups/" + known.orElseThrow(), JSON.createObjectNode());
    }

    public void leaveGroup(String user, String group) {
        admin("DELETE", user(user) + "/groups/" + groupNamed(group).orElseThrow(), null);
    }

    /// Ends the sessions of all clients, and so their refresh tokens.
    public void endSessions(String user) {
        admin("POST", user(user) + "/logout", JSON.createObjectNode());
    }

    /// For every client that has no lifespan of its own; 5 minutes unless changed.
    public void setAccessTokenLifespan(Duration lifespan) {
        change("", settings -> settings.put("accessTokenLifespan", lifespan.toSeconds()));
    }

    public void setAccessTokenLifespan(String clientId, Duration lifespan) {
        var id = admin("GET", "/clients?clientId=" + encoded(clientId), null).path(0).path("id");
        change(
                "/clients/" + id.asText(),
                settings ->
                        settings.withObjectProperty("attributes")
                                .put("access.token.lifespan", "" + lifespan.toSeconds()));
    }

    /// Whether a refresh token is good for one refresh only; it is not unless changed.
    public void setOneTimeRefreshTokens(boolean oneTime) {
        change(
                "",
                settings ->
                        settings.put("revokeRefreshToken", oneTime).put("refreshTokenMaxReuse", 0));
    }

    /// Signs with a new key from now on. The old one is gone: what it signed is no longer valid.
    public void rotateKeys() {
        var providers = admin("GET", "/components?type=org.keycloak.keys.KeyProvider", null);
        var added = JSON.createObjectNode();
        added.put("name", "rsa-" + System.nanoTime());
        added.put("providerId", "rsa-generated");
        added.put("providerType", "org.keycloak.keys.KeyProvider");
        added.set("config", JSON.valueToTree(Map.of("priority", List.of("200"))));
        admin("POST", "/components", added);
        for (var provider : providers) {
            if (provider.path("providerId").asText().equals("rsa-generated")) {
                admin("DELETE", "/components/" + provider.path("id").asText(), null);
            }
        }
    }

    /// The access token that a person gets with their password.
    public String token(String user, String password, String clientId) {
        return tokens(user, password, clientId).path("access_token").asText();
    }

    /// The whole answer; empty if the provider refuses.
    public Optional<JsonNode> tryTokens(String user, String password, String clientId) {
        var answer =
                post(
                        "/token",
                        clientId,
                        Map.of(
                                "grant_type",
                                "password",
                                "scope",
                                "openid",
                                "username",
                                user,
                                "password",
                                password));
        return answer.statusCode() == 200 ? Optional.of(read(answer)) : Optional.empty();
    }

    /// With `access_token`, `id_token` and `refresh_token`.
    public JsonNode tokens(String user, String password, String clientId) {
        return tryTokens(user, password, clientId)
                .orElseThrow(() -> new IllegalStateException("no token for " + user));
    }

    /// The access token of a client's service account.
    public String serviceToken(String clientId) {
        var answer = post("/token", clientId, Map.of("grant_type", "client_credentials"));
        return read(expectSuccess(answer)).path("access_token").asText();
    }

    /// What the provider says about a token today, `active` first of all.
    public JsonNode introspect(String token) {
        return read(expectSuccess(post("/token/introspect", CLIENT, Map.of("token", token))));
    }

    /// Does what a person does at the provider's sign-in page.
    ///
    /// @param authorization where the application sent the browser
    /// @return where the provider sends the browser back to, with a `code` or an `error`
    public URI signIn(URI authorization, String user, String password) {
        var page = expectSuccess(send(HttpRequest.newBuilder(authorization)));
        var action = FORM_ACTION.matcher(page.body());
        if (!action.find()) {
            throw new IllegalStateException("no form at " + authorization + ":\n" + page.body());
        }
        var cookies =
                page.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                        .collect(Collectors.joining("; "));
        var answer =
                send(
                        form(
                                        URI.create(action.group(1).replace("&amp;", "&")),
                                        Map.of("username", user, "password", password))
                                .header("Cookie", cookies));
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new IllegalStateException(user + " was not signed in"));
    }

    /// What a token says, unchecked.
    public static JsonNode claims(String token) {
        return part(token, 1);
    }

    public static String keyId(String token) {
        return part(token, 0).path("kid").asText();
    }

    private static JsonNode part(String token, int index) {
        var encoded = List.of(token.split("\\.", -1)).get(index);
        return parse(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
    }

    private String user(String name) {
        var found = admin("GET", "/users?exact=true&username=" + encoded(name), null);
        if (found.isEmpty()) {
            throw new IllegalStateException("nobody at the provider is called " + name);
        }
        return "/users/" + found.path(0).path("id").asText();
    }

    private Optional<String> groupNamed(String name) {
        var found = admin("GET", "/groups?exact=true&search=" + encoded(name), null);
        return Optional.of(found.path(0).path("id").asText()).filter(id -> !id.isEmpty());
    }

    private void change(String path, Consumer<ObjectNode> change) {
        var representation = (ObjectNode) admin("GET", path, null);
        change.accept(representation);
        admin("PUT", path, representation);
    }

    private JsonNode admin(String method, String path, @Nullable JsonNode body) {
        var publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        var answer =
                send(
                        HttpRequest.newBuilder(address.resolve("/admin/realms/" + realm + path))
                                .header("Authorization", "Bearer " + administratorToken())
                                .header("Content-Type", "application/json")
                                .method(method, publisher));
        return read(expectSuccess(answer));
    }

    private String administratorToken() {
        var request =
                form(
                        address.resolve("/realms/master/protocol/openid-connect/token"),
                        Map.of(
                                "grant_type", "client_credentials",
                                "client_id", KeycloakProcess.ADMINISTRATOR,
                                "client_secret", KeycloakProcess.ADMINISTRATOR_SECRET));
        return read(expectSuccess(send(request))).path("access_token").asText();
    }

    private HttpResponse<String> post(String path, String clientId, Map<String, String> fields) {
        var credentials = clientId + ":" + secretOf(clientId);
        var encoded =
                Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return send(
                form(URI.create(issuer() + "/protocol/openid-connect" + path), fields)
                        .header("Authorization", "Basic " + encoded));
    }

    private static HttpRequest.Builder form(URI address, Map<String, String> fields) {
        var body =
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Keycloak", e);
        }
    }

    private static HttpResponse<String> expectSuccess(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "Keycloak answered %s %s with %d: %s"
                            .formatted(
                                    answer.request().method(),
                                    answer.uri(),
                                    answer.statusCode(),
                                    answer.body()));
        }
        return answer;
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return parse(answer.body());
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("not JSON: " + json, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
