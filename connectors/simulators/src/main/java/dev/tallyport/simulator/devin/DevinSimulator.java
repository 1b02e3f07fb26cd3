package dev.tallyport.simulator.devin;

import dev.tallyport.simulator.http.Answer;
import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Request;
import dev.tallyport.simulator.http.Route;
import dev.tallyport.simulator.http.VendorServer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers for an enterprise as Devin would. Safe for threads.
public final class DevinSimulator extends VendorServer {

    private final DevinEnterprise enterprise;
    private final SimulatorOptions options;
    private final List<Route> routes;

    public DevinSimulator(DevinEnterprise enterprise, SimulatorOptions options) {
        super(options.port(), options.latency());
        this.enterprise = enterprise;
        this.options = options;
        this.routes =
                Stream.concat(
                                new VersionTwo(enterprise, options.pageSizeCap()).routes().stream(),
                                new VersionThree(enterprise, options.pageSizeCap())
                                        .routes().stream())
                        .toList();
    }

    @Override
    public synchronized DevinSimulator start() throws IOException {
        super.start();
        return this;
    }

    public DevinEnterprise enterprise() {
        return enterprise;
    }

    @Override
    protected Answer answer(Request request) {
        authorize(request);
        for (var route : routes) {
            var ids = route.match(request.path());
            if (ids.isPresent()) {
                return answer(request, route, ids.get());
            }
        }
        throw Refusal.notFound("Path");
    }

    private Answer answer(Request request, Route route, List<String> ids) {
        if (!request.method().equals("GET")) {
            throw Refusal.methodNotAllowed();
        }
        return Answer.of(
                enterprise.consistently(() -> route.endpoint().answer(ids, request.query())));
    }

    private void authorize(Request request) {
        var given = request.header("Authorization");
        if (given.equals(Optional.of("Bearer " + options.key()))) {
            return;
        }
        throw options.powerlessKey() != null
                        && given.equals(Optional.of("Bearer " + options.powerlessKey()))
                ? Refusal.forbidden()
                : Refusal.unauthorized();
    }
}
