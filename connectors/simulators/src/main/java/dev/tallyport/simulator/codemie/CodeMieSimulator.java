package dev.tallyport.simulator.codemie;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.simulator.http.Answer;
import dev.tallyport.simulator.http.Json;
import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Request;
import dev.tallyport.simulator.http.VendorServer;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;

/// Answers for a company as CodeMie would, and hands out tokens as Keycloak would. Safe for
/// threads.
public final class CodeMieSimulator extends VendorServer {

    private static final String BASE = "/code-assistant-api";

    private final CodeMieCompany company;
    private final CodeMieOptions options;
    private final IdentityProvider identityProvider;
    private final InstantSource clock;

    /// Its present stays where the company's usage ends.
    public CodeMieSimulator(CodeMieCompany company, CodeMieOptions options) {
        this(company, options, InstantSource.fixed(company.asOf()));
    }

    /// @param clock the vendor's present
    public CodeMieSimulator(CodeMieCompany company, CodeMieOptions options, InstantSource clock) {
        super(options.port(), options.latency());
        this.clock = clock;
        this.company = company;
        this.options = options;
        this.identityProvider = new IdentityProvider(options);
    }

    @Override
    public synchronized CodeMieSimulator start() throws IOException {
        super.start();
        return this;
    }

    public CodeMieCompany company() {
        return company;
    }

    /// Everything before `/v1/analytics`.
    public URI apiUri() {
        return baseUri().resolve(BASE);
    }

    /// Where a program asks for a token.
    public URI tokenUri() {
        return baseUri().resolve(IdentityProvider.PATH);
    }

    /// Every token that was handed out is refused from now on.
    public void expireTokens() {
        identityProvider.expireTokens();
    }

    @Override
    protected Answer answer(Request request) {
        if (request.path().equals(IdentityProvider.PATH)) {
            return identityProvider.answer(request);
        }
        if (!request.path().startsWith(BASE + "/")) {
            throw Refusal.notFound("Path");
        }
        var access = identityProvider.access(request).orElseThrow(Problems::unauthorized);
        var path = request.path().substring(BASE.length());
        var analytics = new Analytics(company, clock.instant(), access, options.deepestItem());
        for (var route : analytics.routes()) {
            var ids = route.match(path);
            if (ids.isPresent()) {
                if (!request.method().equals("GET")) {
                    throw Refusal.methodNotAllowed();
                }
                return cacheable(route.endpoint().answer(ids.get(), request.query()));
            }
        }
        throw Refusal.notFound("Path");
    }

    /// Any cache may keep an answer for five minutes, whoever asked for it.
    private static Answer cacheable(Json json) {
        return new Answer(
                200,
                Map.of(
                        "Content-Type", "application/json",
                        "Cache-Control", "public, max-age=300",
                        "ETag", '"' + hash(json.text()) + '"'),
                json.text());
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
