package dev.tallyport.simulator.devin;

import org.jspecify.annotations.Nullable;

/// What a series of daily usage is restricted to; null restricts nothing.
public record Scope(@Nullable String user, @Nullable String organization) {

    public static final Scope ENTERPRISE = new Scope(null, null);

    public static Scope ofUser(String user) {
        return new Scope(user, null);
    }

    public static Scope ofOrganization(String organization) {
        return new Scope(null, organization);
    }
}
