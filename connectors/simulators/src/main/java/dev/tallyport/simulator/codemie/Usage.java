package dev.tallyport.simulator.codemie;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// What one user did in one project within an hour.
///
/// @param time when it happened; the summaries go by it
/// @param shipped when it reached the index; everything else goes by it
/// @param user the id of an account, or `-` for the system itself
/// @param customer what is appended to the user's name in tables, such as `_codemie_cli`
/// @param project null for none
/// @param name of the assistant, workflow or repository
/// @param cost in USD; null when the model has no price
public record Usage(
        Instant time,
        Instant shipped,
        String user,
        String customer,
        @Nullable String project,
        Activity activity,
        String name,
        String model,
        @Nullable BigDecimal cost,
        Tokens tokens,
        Work work) {

    /// The UTC day that tables count it on.
    public LocalDate day() {
        return LocalDate.ofInstant(shipped, ZoneOffset.UTC);
    }

    public String category() {
        return activity.category();
    }

    Usage withCost(BigDecimal other) {
        return new Usage(
                time, shipped, user, customer, project, activity, name, model, other, tokens, work);
    }
}
