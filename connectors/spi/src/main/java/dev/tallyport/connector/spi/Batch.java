package dev.tallyport.connector.spi;

import java.util.List;
import java.util.Optional;

/// What is stored as one: all of it with its checkpoint, or nothing.
///
/// @param facts a key that occurs twice means the later one
/// @param coverage what the facts speak for; facts need not be covered
/// @param directory people, service users and organizations; facts may name others, which are then
///   known by their id alone
/// @param cycles the vendor's billing cycles, all of them, or none when they were not read
/// @param rejects what could not be understood
/// @param completed what is complete with this batch
/// @param checkpoint replaces the earlier one
public record Batch(
        List<UsageFact> facts,
        List<Coverage> coverage,
        List<DirectoryEntry> directory,
        List<BillingPeriod> cycles,
        List<Reject> rejects,
        List<Completion> completed,
        Optional<Checkpoint> checkpoint) {

    public Batch {
        facts = List.copyOf(facts);
        coverage = List.copyOf(coverage);
        directory = List.copyOf(directory);
        cycles = List.copyOf(cycles);
        rejects = List.copyOf(rejects);
        completed = List.copyOf(completed);
    }

    public static Batch ofFacts(List<UsageFact> facts, List<Coverage> coverage) {
        return new Batch(
                facts, coverage, List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    public static Batch ofDirectory(List<DirectoryEntry> directory, List<BillingPeriod> cycles) {
        return new Batch(
                List.of(), List.of(), directory, cycles, List.of(), List.of(), Optional.empty());
    }

    public Batch withRejects(List<Reject> rejects) {
        return new Batch(facts, coverage, directory, cycles, rejects, completed, checkpoint);
    }

    public Batch withCompleted(List<Completion> completed) {
        return new Batch(facts, coverage, directory, cycles, rejects, completed, checkpoint);
    }

    public Batch withCheckpoint(Checkpoint checkpoint) {
        return new Batch(
                facts, coverage, directory, cycles, rejects, completed, Optional.of(checkpoint));
    }
}
