package dev.tallyport.adapter.rest.flag;

import dev.tallyport.adapter.rest.OrganizationId;
import dev.tallyport.application.flag.FlagCatalog.Defined;
import dev.tallyport.application.flag.FlagCatalog.Setting;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A feature that is off unless switched on.
@Schema(name = "Flag", description = "A feature that is off unless switched on")
record FlagView(
        @Schema(required = true, examples = "expose-personal-analytics") String key,
        @Schema(required = true, examples = "Whether people see their own usage")
                String description,
        @Schema(description = "How it was set; at most one for each scope") List<State> states) {

    /// How a flag was set somewhere.
    @Schema(name = "FlagState", description = "How a flag was set somewhere")
    record State(
            @Schema(description = "Where; null for the enterprise", nullable = true)
                    @Nullable OrganizationId scope,
            @Schema(required = true) boolean on,
            @Schema(description = "The first instant; null for always before", nullable = true)
                    @Nullable Instant from,
            @Schema(
                            description = "The first instant no longer; null for always after",
                            nullable = true)
                    @Nullable Instant until,
            @Schema(required = true, examples = "admin") String changedBy,
            @Schema(required = true) Instant changedAt,
            @Schema(
                            required = true,
                            description = "Why, in their words",
                            examples = "agreed with the works council")
                    String reason) {

        static State of(Setting setting) {
            return new State(
                    OrganizationId.of(setting.scope()),
                    setting.state().on(),
                    setting.state().from().orElse(null),
                    setting.state().until().orElse(null),
                    setting.changedBy(),
                    setting.changedAt(),
                    setting.reason());
        }
    }

    static FlagView of(Defined defined) {
        return new FlagView(
                defined.flag().key(),
                defined.description(),
                defined.states().stream().map(State::of).toList());
    }
}
