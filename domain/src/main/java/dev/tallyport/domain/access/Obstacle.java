package dev.tallyport.domain.access;

/// What keeps somebody from personal analytics.
public enum Obstacle {
    /// The flag is off for them.
    FLAG,
    /// They do not hold the permission.
    PERMISSION,
    /// No vendor knows them.
    LINK
}
