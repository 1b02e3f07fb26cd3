package dev.tallyport.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.StaticHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of this build behind a real HTTP server, with files and endpoints where Quarkus puts
/// them. The one endpoint answers everything that gets to it with 404.
@TestInstance(Lifecycle.PER_CLASS)
final class PageRoutesTest {

    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set before all
    private URI address;

    @BeforeAll
    void start() {
        var router = Router.router(vertx);
        router.route()
                .order(RouteConstants.ROUTE_ORDER_DEFAULT)
                .handler(StaticHandler.create("META-INF/resources"));
        router.route()
                .order(RouteConstants.ROUTE_ORDER_AFTER_DEFAULT)
                .handler(context -> context.response().setStatusCode(404).end("an endpoint"));
        new PageRoutes().register(router);
        var server =
                vertx.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "localhost")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        address = URI.create("http://localhost:" + server.actualPort());
    }

    @AfterAll
    void stop() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/costs",
                "/costs?from=2026-01-01",
                "/people/ada.lovelace",
                "/sign-in",
                "/quality",
                "/v4",
                "/apiary/api"
            })
    void everyAddressOfThePagesIsAnsweredWithThePage(String path) {
        var answer = send("GET", path, BROWSER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!doctype html>");
        assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(answer, "Content-Security-Policy"))
                .contains("script-src 'self';", "frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/v1/nothing",
                "/%61pi/v1/nothing",
                "/costs/../api/nothing",
                "/assets/nothing.js",
                "/beta/v2/nothing",
                "/code-assistant-api/v1/nothing",
                "/q/nothing",
                "/sign-in/provider",
                "/sign-out",
                "/v1/nothing",
                "/v2/nothing",
                "/v3/nothing",
                "/v3beta1/nothing"
            })
    void whatIsTheServersIsNeverAPage(String path) {
        assertThat(send("GET", path, BROWSER).body()).isEqualTo("an endpoint");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | */*",
                "GET | application/json",
                "GET | text/html;q=0, */*",
                "POST | text/html",
                "DELETE | text/html"
            })
    void whoeverAsksForNoPageGetsNone(String method, String accepted) {
        assertThat(send(method, "/costs", accepted).body()).isEqualTo("an endpoint");
    }

    @Test
    void headsAreAnsweredAsPagesAre() {
        var answer = send("HEAD", "/costs", BROWSER);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(header(send("GET", "/", BROWSER), "ETag"));
    }

    @Test
    void thePageThatIsKnownIsNotSentAgain() {
        var tag = header(send("GET", "/", BROWSER), "ETag");

        var again = send("GET", "/costs", BROWSER, "If-None-Match", "\"other\", W/" + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(send("GET", "/", BROWSER, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void filesNamedByContentMayBeKeptForEver() {
        var script = SCRIPT.matcher(send("GET", "/", BROWSER).body());
        assertThat(script.find()).isTrue();

        var answer = send("GET", script.group(1), "*/*");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo(IMMUTABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip | true", "br, gzip;q=0.5 | true", "gzip;q=0, br | false", "br | false"})
    void filesAreSentAsTheyWereCompressedWhereThatIsTaken(String accepted, boolean isCompressed)
            throws IOException {
        var script = SCRIPT.matcher(send("GET", "/", BROWSER).body());
        assertThat(script.find()).isTrue();
        var plain = receive(script.group(1), "identity");

        var answer = receive(script.group(1), accepted);

        assertThat(answer.headers().firstValue("Content-Encoding").isPresent())
                .isEqualTo(isCompressed);
        assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
        assertThat(header(answer, "Cache-Control")).isEqualTo(IMMUTABLE);
        assertThat(digest(isCompressed ? plainOf(answer.body()) : answer.body()))
                .isEqualTo(digest(plain.body()));
    }

    private static String digest(byte[] content) {
        return UUID.nameUUIDFromBytes(content).toString();
    }

    private static byte[] plainOf(byte[] compressed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
    }

    @Test
    void otherFilesAreAskedForEachTime() {
        assertThat(header(send("GET", "/plain.txt", "*/*"), "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void aFileThatIsMissingMayComeLater() {
        var answer = send("GET", "/assets/nothing.js", "*/*");

        assertThat(answer.headers().firstValue("Cache-Control")).isEmpty();
    }

    private HttpResponse<byte[]> receive(String path, String encoding) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept-Encoding", encoding);
        return answer(request.build(), BodyHandlers.ofByteArray());
    }

    /// @param headers names and values in turn
    private HttpResponse<String> send(
            String method, String path, String accepted, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", accepted)
                        .method(method, BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return answer(request.build(), BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> answer(HttpRequest request, BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            throw new AssertionError("not answered: " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
