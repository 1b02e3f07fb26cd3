package dev.tallyport.adapter.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.AnonymousIdentityProvider;
import io.quarkus.security.runtime.QuarkusIdentityProviderManagerImpl;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// An installation behind a real HTTP server, with the filters where Quarkus puts them. Whatever
/// gets through is answered with who asked and from where.
final class ServedInstallation implements AutoCloseable {

    static final String NOBODY = "nobody";

    /// By which a mechanism knows people that sets up no session.
    static final String OTHER_COOKIE = "other";

    final Installation installation;
    final List<String> log = new ArrayList<>();
    final List<Runnable> inAMinute = new ArrayList<>();

    private final AtomicInteger waits = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    ServedInstallation(Installation installation) {
        this.installation = installation;
        var filters = new Filters();
        var origin = new VertxRequestOrigin();
        origin.register(filters);
        filters.register(this::authenticate, SecurityHandlerPriorities.AUTHENTICATION);
        new ForgeryCheck().register(filters);
        new Refusals(inAMinute::add, log::add).register(filters);
        var router = Router.router(vertx);
        filters.getFilters()
                .forEach(filter ->
                        router.route().order(-filter.getPriority()).handler(filter.getHandler()));
        router.route().handler(context -> context.end(nameIn(context)));
        router.route("/origin")
                .order(0)
                .blockingHandler(context -> context.end(origin.address().orElse("unknown")));
        var server =
                vertx.createHttpServer()
                        .requestHandler(request -> {
                            request.pause();
                            router.handle(request);
                        })
                        .listen(0, "localhost")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join();
        address = URI.create("http://localhost:" + server.actualPort());
    }

    /// As Quarkus does.
    @SuppressWarnings("deprecation")
    private void authenticate(RoutingContext context) {
        var providers =
                QuarkusIdentityProviderManagerImpl.builder()
                        .addProvider(new ProofIdentityProvider(installation.identities))
                        .addProvider(new AnonymousIdentityProvider())
                        .setBlockingExecutor(new OnWorkerThread())
                        .build();
        installation
                .mechanism()
                .authenticate(context, providers)
                .subscribe()
                .with(
                        identity -> {
                            context.setUser(
                                    new QuarkusHttpUser(
                                            identity == null
                                                    ? byNextMechanism(context)
                                                    : identity));
                            context.next();
                        },
                        context::fail);
    }

    private static SecurityIdentity byNextMechanism(RoutingContext context) {
        return context.request().getCookie(OTHER_COOKIE) == null
                ? Identities.nobody()
                : QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("known by another cookie"))
                        .build();
    }

    private static String nameIn(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                ? Identities.viewer(user.getSecurityIdentity())
                        .map(viewer -> viewer.account().name())
                        .orElse(NOBODY)
                : "not asked";
    }

    /// What the server takes itself for.
    String ownOrigin() {
        return address.toString();
    }

    /// @param headers names and values in turn
    HttpResponse<String> send(String method, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(address.resolve(path))
                        .method(method, BodyPublishers.ofString("{}"));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("not answered: " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /// How often something was done that may wait.
    int waits() {
        return waits.get();
    }

    /// Who a request is taken to come from.
    String asker(String... headers) {
        return send("GET", "/api/v1/me", headers).body();
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /// As Quarkus runs what blocks.
    private final class OnWorkerThread implements BlockingSecurityExecutor {

        @Override
        public <T> Uni<T> executeBlocking(Supplier<? extends T> blocking) {
            waits.incrementAndGet();
            return Uni.createFrom()
                    .completionStage(() ->
                            vertx.getOrCreateContext()
                                    .<T>executeBlocking(blocking::get, false)
                                    .toCompletionStage());
        }
    }
}
