package dev.tallyport.domain.view;

/// Whom somebody lets look at what is theirs.
public enum Sharing {
    /// Nobody else.
    PRIVATE,
    /// Everybody who can sign in.
    EVERYONE
}
