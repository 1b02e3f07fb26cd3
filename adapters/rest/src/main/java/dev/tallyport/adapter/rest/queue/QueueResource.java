package dev.tallyport.adapter.rest.queue;

import dev.tallyport.adapter.rest.Access;
import dev.tallyport.adapter.rest.ProblemException;
import dev.tallyport.application.queue.FindQueues;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Visibility;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Metrics", description = "How much was done with agents, and by how many people")
class QueueResource {

    private final Access access;
    private final FindQueues findQueues;

    QueueResource(Access access, FindQueues findQueues) {
        this.access = access;
        this.findQueues = findQueues;
    }

    @GET
    @Operation(
            operationId = "queue",
            summary = "How much waits at each vendor",
            description =
                    "A queue is of everybody: for those alone who may see metrics of the whole"
                            + " enterprise.")
    @APIResponse(
            responseCode = "200",
            description = "The queues, one for each source",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.ARRAY,
                                            implementation = QueueView.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    """
                                                    [{
                                                      "source": "acme",
                                                      "now": {"since": "2026-01-16T09:30:00Z", "size": 3, "unit": "session", "status": "normal"},
                                                      "recent": [
                                                        {"since": "2026-01-15T08:00:00Z", "size": 0, "unit": "session", "status": "normal"},
                                                        {"since": "2026-01-16T09:30:00Z", "size": 3, "unit": "session", "status": "normal"}
                                                      ],
                                                      "readAt": "2026-01-16T12:00:00Z"
                                                    }]
                                                    """)))
    public List<QueueView> all() {
        var visibility = access.visibility(Subject.METRICS);
        if (!(visibility instanceof Visibility.Everything)) {
            throw ProblemException.forbidden();
        }
        return findQueues.all(visibility).stream().map(QueueView::of).toList();
    }
}
