package dev.tallyport.simulator.devin;

/// What the vendor still says about an account.
public enum Standing {
    /// Listed, and answered by id.
    MEMBER,
    /// No longer listed, but answered by id.
    FORMER,
    /// Neither listed nor answered by id; the usage remains in the series of organization and
    /// enterprise.
    PURGED
}
