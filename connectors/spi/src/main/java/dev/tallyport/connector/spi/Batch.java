package dev.tallyport.connector.spi;

import java.util.List;
import java.util.Optional;

/// What is stored as one: all of it with its checkpoint, or nothing.
///
/// @param facts a key that occurs twice means the later one
/// @param coverage what the facts speak for; facts need not be covered
/// @param continued whether the coverage of the next batch speaks for these facts as well. So a
///   window too large for one batch is handed over in several, of which the last one covers it.
/// @param directory people, service users and organizations; facts may name others, which are then
///   known by their id alone
/// @param cycles the vendor's billing cycles, all of them, or none when they were not read
/// @param activities what was done; each replaces the earlier one of its kind and id
/// @param observations each replaces the earlier one of its name, interval and dimensions
/// @param rejects what could not be understood
/// @param notes what an operator should know of this read
/// @param completed what is complete with this batch
/// @param checkpoint replaces the earlier one
public record Batch(
        List<UsageFact> facts,
        List<Coverage> coverage,
        boolean continued,
        List<DirectoryEntry> directory,
        List<BillingPeriod> cycles,
        List<Activity> activities,
        List<Observation> observations,
        List<Reject> rejects,
        List<Note> notes,
        List<Completion> completed,
        Optional<Checkpoint> checkpoint) {

    /// Nothing at all.
    public static final Batch EMPTY =
            new Batch(
                    List.of(),
                    List.of(),
                    false,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());

    public Batch {
        facts = List.copyOf(facts);
        coverage = List.copyOf(coverage);
        directory = List.copyOf(directory);
        cycles = List.copyOf(cycles);
        activities = List.copyOf(activities);
        observations = List.copyOf(observations);
        rejects = List.copyOf(rejects);
        notes = List.copyOf(notes);
        completed = List.copyOf(completed);
        if (continued && !coverage.isEmpty()) {
            throw new IllegalArgumentException(
                    "a batch that the next one continues leaves the coverage to that one");
        }
    }

    public static Batch ofFacts(List<UsageFact> facts, List<Coverage> coverage) {
        return EMPTY.withFacts(facts, coverage);
    }

    /// Facts that the coverage of a later batch speaks for.
    public static Batch continued(List<UsageFact> facts) {
        return new Batch(
                facts,
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    public static Batch ofDirectory(List<DirectoryEntry> directory, List<BillingPeriod> cycles) {
        return EMPTY.withDirectory(directory, cycles);
    }

    public Batch withFacts(List<UsageFact> facts, List<Coverage> coverage) {
        return new Batch(
                facts,
                coverage,
                continued,
                directory,
                cycles,
                activities,
                observations,
                rejects,
                notes,
                completed,
                checkpoint);
    }

    public Batch withDirectory(List<DirectoryEntry> directory, List<BillingPeriod> cycles) {
        return new Batch(
                facts,
                coverage,
                continued,
                directory,
                cycles,
                activities,
                observations,
                rejects,
                notes,
                completed,
                checkpoint);
    }

    public Batch withActivities(List<Activity> activities) {
        return new Batch(
                facts,
                coverage,
                continued,
                directory,
                cycles,
                activities,
                observations,
                rejects,
                notes,
                completed,
                checkpoint);
    }

    public Batch withObservations(List<Observation> observations) {
        return new Batch(
                facts,
                coverage,
                continued,
                directory,
                cycles,
                activities,
                observations,
                rejects,
                notes,
                completed,
                checkpoint);
    }

    public Batch withRejects(List<Reject> rejects) {
        return new Batch(
                facts,
                coverage,
                continued,
                directory,
                cycles,
                activities,
                observations,
                rejects,
                notes,
                completed,
                checkpoint);
    }

    public Batch withNotes(List<Note> notes) {
        return new Batch(
                facts,
                coverage,
                continued,
                directory,
                cycles,
                activities,
                observations,
                rejects,
                notes,
                completed,
                checkpoint);
    }

    public Batch withCompleted(List<Completion> completed) {
        return new Batch(
                facts,
                coverage,
                continued,
                directory,
                cycles,
                activities,
                observations,
                rejects,
                notes,
                completed,
                checkpoint);
    }

    public Batch withCheckpoint(Checkpoint checkpoint) {
        return new Batch(
                facts,
                coverage,
                continued,
                directory,
                cycles,
                activities,
                observations,
                rejects,
                notes,
                completed,
                Optional.of(checkpoint));
    }

    /// The same, with the earlier checkpoint left in place.
    public Batch withoutCheckpoint() {
        return new Batch(
                facts,
                coverage,
                continued,
                directory,
                cycles,
                activities,
                observations,
                rejects,
                notes,
                completed,
                Optional.empty());
    }
}
