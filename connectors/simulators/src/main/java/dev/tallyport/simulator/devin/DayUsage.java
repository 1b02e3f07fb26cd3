package dev.tallyport.simulator.devin;

import java.math.BigDecimal;
import java.util.List;

/// ACUs of one billing day, by product.
public record DayUsage(
        BigDecimal devin, BigDecimal cascade, BigDecimal terminal, BigDecimal review) {

    public static final List<String> PRODUCTS = List.of("devin", "cascade", "terminal", "review");
    public static final DayUsage NONE =
            new DayUsage(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /// Of one product only.
    public static DayUsage of(String product, BigDecimal quantity) {
        return new DayUsage(
                product.equals("devin") ? quantity : BigDecimal.ZERO,
                product.equals("cascade") ? quantity : BigDecimal.ZERO,
                product.equals("terminal") ? quantity : BigDecimal.ZERO,
                product.equals("review") ? quantity : BigDecimal.ZERO);
    }

    public BigDecimal of(String product) {
        return switch (product) {
            case "devin" -> devin;
            case "cascade" -> cascade;
            case "terminal" -> terminal;
            case "review" -> review;
            default ->
                    throw new IllegalArgumentException(
                            "expected a product of " + PRODUCTS + ", found '" + product + "'");
        };
    }

    public DayUsage plus(DayUsage other) {
        return new DayUsage(
                devin.add(other.devin),
                cascade.add(other.cascade),
                terminal.add(other.terminal),
                review.add(other.review));
    }

    public BigDecimal total() {
        return devin.add(cascade).add(terminal).add(review);
    }

    /// What remains when local agents are left out.
    public BigDecimal withoutLocalAgents() {
        return devin.add(review);
    }

    public boolean isNone() {
        return devin.signum() == 0
                && cascade.signum() == 0
                && terminal.signum() == 0
                && review.signum() == 0;
    }
}
