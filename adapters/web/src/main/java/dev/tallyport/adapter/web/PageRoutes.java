package dev.tallyport.adapter.web;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Answers every address that is none of the server's own with the one page of the web application,
/// which shows what belongs there, and says how long its files may be kept.
@ApplicationScoped
class PageRoutes {

    private static final String FILES = "META-INF/resources";
    private static final String PAGE = FILES + "/index.html";

    /// Below these the server answers for itself, found or not.
    private static final List<String> OF_THE_SERVER =
            List.of(
                    "/api",
                    "/assets",
                    "/beta",
                    "/code-assistant-api",
                    "/q",
                    "/sign-in/provider",
                    "/sign-out",
                    "/v1",
                    "/v2",
                    "/v3",
                    "/v3beta1");

    /// Files that are named by what is in them.
    private static final String ASSETS = "/assets/";

    /// Those that the build compressed, too, beside themselves.
    private static final Pattern COMPRESSED = Pattern.compile(ASSETS + "[\\w.-]+\\.(js|css)");

    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript;charset=UTF-8", "css", "text/css;charset=UTF-8");

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String GZIP = "gzip";
    private static final String ASK_EACH_TIME = "no-cache";

    /// Where metrics look for what stands for all addresses of a kind.
    private static final String COUNTED_AS = "UrlPathTemplate";

    private static final String POLICY =
            String.join(
                    "; ",
                    "default-src 'self'",
                    "script-src 'self'",
                    // The component library sets sizes and colours of the theme from script.
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data:",
                    "connect-src 'self'",
                    "font-src 'self'",
                    "object-src 'none'",
                    "base-uri 'none'",
                    "form-action 'self'",
                    "frame-ancestors 'none'");

    private final Buffer page =
            read(PAGE)
                    .orElseThrow(() ->
                            new IllegalStateException(
                                    "The pages are not in this build; build it with ./mvnw, which needs Node.js"));
    private final Map<String, Buffer> compressed = new ConcurrentHashMap<>();
    private final String tag = '"' + digest(page.getBytes()) + '"';

    /// Quarkus answers with files at the default place, with endpoints after it.
    void register(@Observes Router router) {
        for (var address : List.of("/", "/index.html")) {
            reads(router, address, RouteConstants.ROUTE_ORDER_BEFORE_DEFAULT, this::sendPage);
        }
        reads(router, "/*", RouteConstants.ROUTE_ORDER_DEFAULT - 1, PageRoutes::limitCaching);
        reads(router, ASSETS + "*", RouteConstants.ROUTE_ORDER_DEFAULT - 1, this::sendCompressed);
        reads(router, "/*", RouteConstants.ROUTE_ORDER_DEFAULT + 1, this::sendPageIfMeant);
    }

    private static void reads(
            Router router, String address, int order, Handler<RoutingContext> to) {
        router.route(address)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(order)
                .handler(to);
    }

    private void sendPageIfMeant(RoutingContext context) {
        if (isOfTheServer(context.normalizedPath()) || !acceptsPages(context)) {
            context.next();
        } else {
            sendPage(context);
        }
    }

    private static boolean isOfTheServer(String path) {
        return OF_THE_SERVER.stream()
                .anyMatch(own -> path.equals(own) || path.startsWith(own + "/"));
    }

    /// As browsers do when somebody goes somewhere; programs that take anything do not mean a page.
    private static boolean acceptsPages(RoutingContext context) {
        return context.parsedHeaders().accept().stream()
                .anyMatch(type -> type.value().equals("text/html") && type.weight() > 0);
    }

    private void sendPage(RoutingContext context) {
        ContextLocals.put(COUNTED_AS, "/{page}");
        var response =
                context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                        .putHeader(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME)
                        .putHeader(HttpHeaders.ETAG, tag)
                        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .putHeader("Content-Security-Policy", POLICY);
        var known = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(tag)) {
            response.setStatusCode(304).end();
        } else {
            send(context, response, page);
        }
    }

    /// Only files are answered together with when they were last modified.
    private static void limitCaching(RoutingContext context) {
        context.addHeadersEndHandler(_ -> {
            var headers = context.response().headers();
            if (headers.contains(HttpHeaders.LAST_MODIFIED)) {
                var isNamedByContent = context.normalizedPath().startsWith(ASSETS);
                headers.set(HttpHeaders.CACHE_CONTROL, isNamedByContent ? FOR_EVER : ASK_EACH_TIME);
            }
        });
        context.next();
    }

    /// As it was compressed once while building, for whoever takes that; what is not is left to
    /// Quarkus.
    private void sendCompressed(RoutingContext context) {
        var path = context.normalizedPath();
        var named = COMPRESSED.matcher(path);
        var file =
                named.matches() && takesGzip(context) ? compressed(path) : Optional.<Buffer>empty();
        if (file.isEmpty()) {
            context.next();
            return;
        }
        var response =
                context.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, TYPES.get(named.group(1)))
                        .putHeader(HttpHeaders.CONTENT_ENCODING, GZIP)
                        .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                        .putHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        send(context, response, file.get());
    }

    private static boolean takesGzip(RoutingContext context) {
        return context.parsedHeaders().acceptEncoding().stream()
                .anyMatch(encoding -> encoding.value().equals(GZIP) && encoding.weight() > 0);
    }

    /// Names of files that are not there are not kept, since anybody can think of more.
    private Optional<Buffer> compressed(String path) {
        var known = compressed.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        var found = read(FILES + path + ".gz");
        found.ifPresent(file -> compressed.put(path, file));
        return found;
    }

    private static void send(RoutingContext context, HttpServerResponse response, Buffer content) {
        if (HttpMethod.HEAD.equals(context.request().method())) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()))
                    .end();
        } else {
            response.end(content);
        }
    }

    private static Optional<Buffer> read(String resource) {
        try (var found =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return found == null
                    ? Optional.empty()
                    : Optional.of(Buffer.buffer(found.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
