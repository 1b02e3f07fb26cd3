package dev.tallyport.adapter.rest.view;

import dev.tallyport.adapter.rest.Body;
import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.application.view.SaveViews.Change;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a view is instead.
@Schema(
        name = "ViewChange",
        description = "What a view is instead. What is absent is as in a new view that lacks it")
record ViewChange(
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
                Optional<String> shared,
        @Schema(
                        description =
                                "The version that this changes: when the view is another by now,"
                                        + " nothing is changed",
                        examples = "17")
                Optional<Long> version) {

    static final String VERSION = "version";

    static Change of(byte[] sent) {
        var body =
                Body.of(
                        sent,
                        GivenView.NAME,
                        GivenView.DESCRIPTION,
                        GivenView.PATH,
                        GivenView.QUERY,
                        GivenView.SHARED,
                        VERSION);
        var view = GivenView.in(body);
        var version = body.oneOrNull(VERSION, Kind.ID);
        body.requireValid();
        return new Change(
                view.orElseThrow(), version.map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }
}
