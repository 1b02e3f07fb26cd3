package dev.tallyport.connector.tck;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// How an answer is spoilt on its way from the vendor to the connector. Safe for threads.
@FunctionalInterface
public interface Attack {

    /// @param honest what the vendor answered
    /// @return what the connector gets instead; empty when this answer is let through
    Optional<Response> spoil(Request request, Response honest);

    /// Answers everything in the same way.
    static Attack with(Response response) {
        return (_, _) -> Optional.of(response);
    }

    /// Lets everything but one request through.
    ///
    /// @param index which request, counted from 0
    default Attack onlyAt(int index) {
        var asked = new AtomicInteger();
        return (request, honest) ->
                asked.getAndIncrement() == index ? spoil(request, honest) : Optional.empty();
    }

    /// Lets the first requests through.
    default Attack from(int index) {
        var asked = new AtomicInteger();
        return (request, honest) ->
                asked.getAndIncrement() >= index ? spoil(request, honest) : Optional.empty();
    }

    /// Spoils no more than one answer.
    default Attack once() {
        var spoilt = new AtomicInteger();
        return (request, honest) -> {
            if (spoilt.get() > 0) {
                return Optional.empty();
            }
            var response = spoil(request, honest);
            return response.isPresent() && spoilt.getAndIncrement() == 0
                    ? response
                    : Optional.empty();
        };
    }
}
