package dev.tallyport.application.limit;

import dev.tallyport.application.source.SourceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What vendors stated of limits.
public interface Limits {

    /// A figure, and of whom it is stated: of everybody where no one is named.
    ///
    /// @param name the observation's
    /// @param word what the vendor says beside it
    /// @param start since when it holds
    /// @param end equal to `start` for what holds until it is stated anew
    record Statement(
            String name,
            Optional<String> user,
            Optional<String> organization,
            Optional<String> product,
            BigDecimal value,
            String unit,
            Optional<String> word,
            Instant start,
            Instant end) {}

    /// The latest statement of each of these names and of whom it is, by name, organization, user
    /// and product; without those of a stretch that began more than a week before `now`.
    List<Statement> latest(SourceId source, Set<String> names, Instant now);
}
