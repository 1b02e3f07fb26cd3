package dev.tallyport.simulator.devin;

import dev.tallyport.simulator.http.Refusal;
import dev.tallyport.simulator.http.Route;

/// Lets through whom the enterprise permits to ask.
record Guard(DevinEnterprise enterprise) {

    Route route(String template, Permission permission, Route.Endpoint endpoint) {
        return Route.of(
                template,
                (ids, query) -> {
                    if (!enterprise.permits(permission)) {
                        throw Refusal.forbidden();
                    }
                    return endpoint.answer(ids, query);
                });
    }
}
