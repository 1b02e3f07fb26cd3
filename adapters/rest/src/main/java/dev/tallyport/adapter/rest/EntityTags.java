package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tags what is answered as JSON with a digest of it, and does not send it again to whoever has it.
/// Whatever changes an answer changes its tag: a fact that arrives, a right that is taken away. It
/// is answered in full before that is known, so this spares the way, not the work.
@Provider
class EntityTags implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String ANY = "*";
    private static final String WEAK = "W/";

    private final ObjectMapper json;

    EntityTags(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response)
            throws JsonProcessingException {
        if (!isTagged(request, response)) {
            return;
        }
        var written = json.writeValueAsBytes(response.getEntity());
        var tag = tagOf(written);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (isKnown(tag, request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusInfo(Status.NOT_MODIFIED);
            response.setEntity(null);
        } else {
            response.setEntity(
                    written, response.getEntityAnnotations(), MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static boolean isTagged(
            ContainerRequestContext request, ContainerResponseContext response) {
        return PrivateAnswers.isOwn(request)
                && READING.contains(request.getMethod())
                && response.getStatus() == Status.OK.getStatusCode()
                && response.hasEntity()
                && isWrittenAsJson(response)
                && !(response.getEntity() instanceof Secret)
                && !(response.getEntity() instanceof StreamingOutput);
    }

    /// An answer that names no media type is an object yet to be written.
    private static boolean isWrittenAsJson(ContainerResponseContext response) {
        var type = response.getMediaType();
        return type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    static String tagOf(byte[] written) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(written);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Compares weakly, as RFC 9110 wants it here: what a proxy did to a tag on the way is no
    /// difference.
    ///
    /// @param sent tags, or any, as lists of them; null for none
    static boolean isKnown(String tag, @Nullable List<String> sent) {
        return sent != null
                && sent.stream()
                        .flatMap(list -> Stream.of(list.split(",", -1)))
                        .map(String::strip)
                        .anyMatch(one ->
                                one.equals(ANY) || one.equals(tag) || one.equals(WEAK + tag));
    }
}
