package dev.tallyport.adapter.rest.view;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.domain.view.SavedView;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A view to be.
@Schema(name = "NewView", description = "A view to be")
record NewView(
        @Schema(
                        required = true,
                        description = "One line, unlike the names of one's other views",
                        minLength = 1,
                        maxLength = 100,
                        examples = "Products of the last month")
                String name,
        @Schema(maxLength = 500, examples = "For the meeting on Mondays")
                Optional<String> description,
        @Schema(
                        required = true,
                        description =
                                "The page's, from the root of the application on; never another"
                                        + " server's",
                        maxLength = 500,
                        examples = "/explore")
                String path,
        @Schema(
                        description = "The page's, encoded, without its question mark",
                        maxLength = 7500,
                        examples = "period=last-30-days&groupBy=product&display=area")
                Optional<String> query,
        @Schema(
                        description =
                                "With nobody, or with everybody who can sign in. They read the"
                                        + " question, and its answer as far as they may see it",
                        enumeration = {"private", "everyone"},
                        defaultValue = "private")
                Optional<String> shared) {

    static SavedView of(byte[] sent) {
        var body =
                Body.of(
                        sent,
                        GivenView.NAME,
                        GivenView.DESCRIPTION,
                        GivenView.PATH,
                        GivenView.QUERY,
                        GivenView.SHARED);
        var view = GivenView.in(body);
        body.requireValid();
        return view.orElseThrow();
    }
}
