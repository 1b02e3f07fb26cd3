package dev.tallyport.domain.flag;

import dev.tallyport.domain.source.VendorOrganization;

/// Whether a flag is on for somebody, and which rule says so.
public record FlagDecision(boolean on, Rule rule) {

    public sealed interface Rule {

        /// It was set for an organization they belong to.
        record Organization(VendorOrganization organization) implements Rule {}

        /// It was switched off for every organization they belong to.
        record EveryOrganization() implements Rule {}

        /// It was set for the enterprise.
        record Enterprise() implements Rule {}

        /// Nothing that was set matters here and now.
        record Unset() implements Rule {}

        /// Nobody ever set up a flag of this name.
        record Unknown() implements Rule {}
    }
}
