package dev.tallyport.domain.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/// What a stretch of days comes to at its end, as far as its settled days tell.
///
/// Each day ahead is taken to cost what settled days cost on average, and to vary as they did,
/// independently of the others. `low` to `high` is the interval that then holds the outcome in 80
/// of 100 cases: the mean of `ahead` days more, and around it Student's t at 90 % for `settledDays
/// - 1` degrees of freedom, times the standard deviation, times the square root of `ahead + ahead²
///   / settledDays`. It does not know of weekends, holidays or plans.
///
/// All figures are rounded to the currency's minor unit.
///
/// @param settledDays how many days the estimate is made of
/// @param mean of one settled day
/// @param deviation the standard deviation of a settled day from the mean
/// @param ahead how many days are estimated: those to come, and those not settled yet
/// @param low not below what the settled days of the stretch cost
public record Projection(
        int settledDays,
        Money mean,
        Money deviation,
        int ahead,
        Money estimate,
        Money low,
        Money high) {

    /// A week, so that weekends are in the mean.
    public static final int FEWEST_DAYS = 7;

    /// Days of which an estimate is made at most.
    public static final int MOST_DAYS = 30;

    /// How many of a hundred outcomes the interval holds.
    public static final int PERCENT = 80;

    private static final MathContext PRECISE = MathContext.DECIMAL128;

    /// Student's t at 90 % for 6 to 29 degrees of freedom.
    private static final List<String> T =
            List.of(
                    "1.440", "1.415", "1.397", "1.383", "1.372", "1.363", "1.356", "1.350", "1.345",
                    "1.341", "1.337", "1.333", "1.330", "1.328", "1.325", "1.323", "1.321", "1.319",
                    "1.318", "1.316", "1.315", "1.314", "1.313", "1.311");

    /// @param settled what each of the latest settled days cost
    /// @param spent what the settled days of the stretch cost
    /// @param ahead how many days of the stretch are not settled
    /// @return empty when there are too few settled days to tell, or more than are of use
    public static Optional<Projection> of(List<Money> settled, Money spent, int ahead) {
        if (settled.size() < FEWEST_DAYS || settled.size() > MOST_DAYS) {
            return Optional.empty();
        }
        int days = settled.size();
        var count = BigDecimal.valueOf(days);
        var zero = Money.zero(spent.currency());
        var mean = settled.stream().reduce(zero, Money::plus).amount().divide(count, PRECISE);
        var deviation = deviation(settled, mean);
        var left = BigDecimal.valueOf(ahead);
        var spread = left.add(left.pow(2).divide(count, PRECISE)).sqrt(PRECISE);
        var margin = new BigDecimal(T.get(days - FEWEST_DAYS)).multiply(deviation).multiply(spread);
        var estimate = spent.amount().add(mean.multiply(left));
        return Optional.of(
                new Projection(
                        days,
                        rounded(mean, spent),
                        rounded(deviation, spent),
                        ahead,
                        rounded(estimate, spent),
                        rounded(estimate.subtract(margin).max(spent.amount()), spent),
                        rounded(estimate.add(margin), spent)));
    }

    private static BigDecimal deviation(List<Money> settled, BigDecimal mean) {
        var squares =
                settled.stream()
                        .map(day -> day.amount().subtract(mean).pow(2))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return squares.divide(BigDecimal.valueOf(settled.size() - 1L), PRECISE).sqrt(PRECISE);
    }

    private static Money rounded(BigDecimal amount, Money like) {
        return new Money(amount, like.currency()).roundedToMinorUnit();
    }
}
