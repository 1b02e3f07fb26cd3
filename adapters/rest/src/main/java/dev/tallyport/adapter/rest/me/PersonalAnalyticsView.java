package dev.tallyport.adapter.rest.me;

import dev.tallyport.adapter.rest.DecisionView;
import dev.tallyport.domain.access.Obstacle;
import dev.tallyport.domain.access.Viewer;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether somebody sees their own because it is their own.
@Schema(
        name = "PersonalAnalytics",
        description = "Whether somebody sees their own because it is their own, and why not")
record PersonalAnalyticsView(
        @Schema(required = true, description = "Whether the flag is on for them") boolean on,
        DecisionView.Rule rule,
        @Schema(required = true, description = "Whether nothing is missing") boolean shown,
        @Schema(
                        required = true,
                        description =
                                "flag: expose-personal-analytics is off for them. permission: they"
                                        + " do not hold ViewPersonalAnalytics. link: no vendor knows"
                                        + " them.",
                        examples = "[\"permission\"]")
                List<String> missing) {

    static PersonalAnalyticsView of(Viewer viewer) {
        var flag = DecisionView.of(viewer.personalAnalytics());
        var obstacles = viewer.obstacles();
        return new PersonalAnalyticsView(
                flag.on(),
                flag.rule(),
                obstacles.isEmpty(),
                obstacles.stream().sorted().map(PersonalAnalyticsView::nameOf).toList());
    }

    private static String nameOf(Obstacle obstacle) {
        return obstacle.name().toLowerCase(Locale.ROOT);
    }
}
