package dev.tallyport.domain.access;

/// Who acts, or is given a role.
public sealed interface Principal {

    /// @param id Tallyport's own
    record Person(long id) implements Principal {}

    /// @param id Tallyport's own
    record ServiceUser(long id) implements Principal {}

    /// Everybody whom the identity provider lists under this name.
    record Group(String name) implements Principal {}

    /// Whoever holds the key of the configuration.
    record BootstrapKey() implements Principal {}

    /// What Tallyport does by itself.
    record Tallyport() implements Principal {}
}
