package dev.tallyport.application.activity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// How many sessions, and what those of them consumed in their whole lives that say so.
///
/// @param sessionsWithAcus how many say so
public record Tally(long sessions, long sessionsWithAcus, BigDecimal acus) {

    public static final Tally NONE = new Tally(0, 0, BigDecimal.ZERO);

    private static final int AVERAGE_SCALE = 10;

    Tally plus(Tally other) {
        return new Tally(
                sessions + other.sessions,
                sessionsWithAcus + other.sessionsWithAcus,
                acus.add(other.acus));
    }

    /// Empty where no session says what it consumed.
    public Optional<BigDecimal> statedAcus() {
        return sessionsWithAcus == 0 ? Optional.empty() : Optional.of(acus);
    }

    /// Per session that says what it consumed, rounded half to even to ten digits behind the point;
    /// empty where none does.
    public Optional<BigDecimal> averageAcus() {
        return statedAcus()
                .map(sum ->
                        sum.divide(
                                BigDecimal.valueOf(sessionsWithAcus),
                                AVERAGE_SCALE,
                                RoundingMode.HALF_EVEN));
    }
}
