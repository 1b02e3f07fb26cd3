package dev.tallyport.application.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The audit log. What is recorded cannot be altered or removed by this application.
public interface AuditTrail {

    /// Which entries are asked for; all that is given must fit.
    ///
    /// @param text occurs in the name, the origin, the target, or what was before or after, in
    ///   whatever case
    /// @param from the first instant
    /// @param until the first instant no longer asked for
    /// @param before only entries of lower numbers
    record Wanted(
            Optional<String> action,
            Optional<String> principal,
            Optional<String> target,
            Optional<String> text,
            Optional<Instant> from,
            Optional<Instant> until,
            OptionalLong before) {}

    /// Whether the log is as it was recorded.
    ///
    /// @param entries how many there are
    /// @param firstBroken the number of the first entry that was altered, or before which one is
    ///   missing; empty when none is
    record Integrity(long entries, OptionalLong firstBroken) {}

    /// In the transaction that is open, or in one of its own where none is. Returns only when it is
    /// as durable as that.
    void record(AuditEntry.Draft entry);

    /// The latest first.
    ///
    /// @param most above zero
    List<AuditEntry> latest(Wanted wanted, int most);

    Integrity verify();
}
