package dev.tallyport.adapter.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/// Keeps what one person may see out of caches that others share, and apart from what others see in
/// those that are not.
@Provider
class PrivateAnswers implements ContainerResponseFilter {

    /// Where the own API begins.
    static final String OWN = "/api/v1/";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (isOwn(request)) {
            var headers = response.getHeaders();
            headers.putSingle(
                    HttpHeaders.CACHE_CONTROL,
                    response.getEntity() instanceof Secret ? "no-store" : "private, no-cache");
            headers.putSingle(
                    HttpHeaders.VARY, HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.COOKIE);
        }
    }

    /// Whether it is the own API that is asked.
    static boolean isOwn(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith(OWN);
    }
}
