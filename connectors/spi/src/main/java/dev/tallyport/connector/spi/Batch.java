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
    public static final Batch EMPTY = new Draft().batch();

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
        if (continued && !(coverage.isEmpty() && completed.isEmpty())) {
            throw new IllegalArgumentException(
                    "a batch that the next one continues leaves coverage and completion to it");
        }
    }

    public static Batch ofFacts(List<UsageFact> facts, List<Coverage> coverage) {
        return EMPTY.withFacts(facts, coverage);
    }

    /// Facts that the coverage of a later batch speaks for.
    public static Batch continued(List<UsageFact> facts) {
        var draft = new Draft();
        draft.facts = facts;
        draft.continued = true;
        return draft.batch();
    }

    public static Batch ofDirectory(List<DirectoryEntry> directory, List<BillingPeriod> cycles) {
        return EMPTY.withDirectory(directory, cycles);
    }

    public Batch withFacts(List<UsageFact> facts, List<Coverage> coverage) {
        var draft = new Draft(this);
        draft.facts = facts;
        draft.coverage = coverage;
        return draft.batch();
    }

    public Batch withDirectory(List<DirectoryEntry> directory, List<BillingPeriod> cycles) {
        var draft = new Draft(this);
        draft.directory = directory;
        draft.cycles = cycles;
        return draft.batch();
    }

    public Batch withActivities(List<Activity> activities) {
        var draft = new Draft(this);
        draft.activities = activities;
        return draft.batch();
    }

    public Batch withObservations(List<Observation> observations) {
        var draft = new Draft(this);
        draft.observations = observations;
        return draft.batch();
    }

    public Batch withRejects(List<Reject> rejects) {
        var draft = new Draft(this);
        draft.rejects = rejects;
        return draft.batch();
    }

    public Batch withNotes(List<Note> notes) {
        var draft = new Draft(this);
        draft.notes = notes;
        return draft.batch();
    }

    public Batch withCompleted(List<Completion> completed) {
        var draft = new Draft(this);
        draft.completed = completed;
        return draft.batch();
    }

    public Batch withCheckpoint(Checkpoint checkpoint) {
        var draft = new Draft(this);
        draft.checkpoint = Optional.of(checkpoint);
        return draft.batch();
    }

    /// The same, with the earlier checkpoint left in place.
    public Batch withoutCheckpoint() {
        var draft = new Draft(this);
        draft.checkpoint = Optional.empty();
        return draft.batch();
    }

    /// A batch in the making.
    private static final class Draft {

        private List<UsageFact> facts = List.of();
        private List<Coverage> coverage = List.of();
        private boolean continued;
        private List<DirectoryEntry> directory = List.of();
        private List<BillingPeriod> cycles = List.of();
        private List<Activity> activities = List.of();
        private List<Observation> observations = List.of();
        private List<Reject> rejects = List.of();
        private List<Note> notes = List.of();
        private List<Completion> completed = List.of();
        private Optional<Checkpoint> checkpoint = Optional.empty();

        Draft() {}

        Draft(Batch batch) {
            facts = batch.facts;
            coverage = batch.coverage;
            continued = batch.continued;
            directory = batch.directory;
            cycles = batch.cycles;
            activities = batch.activities;
            observations = batch.observations;
            rejects = batch.rejects;
            notes = batch.notes;
            completed = batch.completed;
            checkpoint = batch.checkpoint;
        }

        Batch batch() {
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
    }
}
