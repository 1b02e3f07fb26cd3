package dev.tallyport.adapter.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tallyport.domain.flag.FlagDecision;
import dev.tallyport.domain.source.VendorOrganization;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether a flag is on for somebody, and why.
@Schema(name = "FlagDecision", description = "Whether a flag is on for somebody, and why")
public record DecisionView(@Schema(required = true) boolean on, Rule rule) {

    /// Which rule decides. The organization is written where it is what decides.
    @Schema(name = "FlagRule", description = "Which rule decides")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rule(
            @Schema(
                            required = true,
                            description =
                                    "organization: set for one they belong to. every-organization:"
                                            + " off for all of them. enterprise: set for the"
                                            + " enterprise. unset: set nowhere that matters now."
                                            + " unknown: there is no such flag.",
                            enumeration = {
                                "organization",
                                "every-organization",
                                "enterprise",
                                "unset",
                                "unknown"
                            })
                    String kind,
            @Schema(examples = "acme") @Nullable String source,
            @Schema(examples = "org-1") @Nullable String organization) {

        static Rule of(FlagDecision.Rule rule) {
            return switch (rule) {
                case FlagDecision.Rule.Organization(VendorOrganization(var source, var id)) ->
                        new Rule("organization", source.value(), id);
                case FlagDecision.Rule.EveryOrganization() -> of("every-organization");
                case FlagDecision.Rule.Enterprise() -> of("enterprise");
                case FlagDecision.Rule.Unset() -> of("unset");
                case FlagDecision.Rule.Unknown() -> of("unknown");
            };
        }

        private static Rule of(String kind) {
            return new Rule(kind, null, null);
        }
    }

    public static DecisionView of(FlagDecision decision) {
        return new DecisionView(decision.on(), Rule.of(decision.rule()));
    }
}
