package dev.tallyport.adapter.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// Describes what [EntityTags] does to reads of the own API.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class TaggedAnswers implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> {
                    var read = item.getGET();
                    if (path.startsWith(PrivateAnswers.OWN) && read != null && isTagged(read)) {
                        describe(read);
                    }
                });
    }

    private static boolean isTagged(Operation read) {
        return isJson(read.getResponses().getAPIResponse("200"));
    }

    private static boolean isJson(@Nullable APIResponse answer) {
        return answer != null
                && answer.getContent() != null
                && answer.getContent().hasMediaType(MediaType.APPLICATION_JSON);
    }

    private static void describe(Operation read) {
        read.addParameter(OASFactory.createParameter().ref("If-None-Match"));
        read.getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse()
                                .description("The answer is still the one of the tag"));
        read.getResponses()
                .getAPIResponse("200")
                .addHeader(
                        HttpHeaders.ETAG,
                        OASFactory.createHeader()
                                .description(
                                        "Another one when anything in the answer is; none where it"
                                                + " holds a secret")
                                .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
    }
}
