package dev.tallyport.application.limit;

import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.connector.spi.Limit.Against;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.BillingCycle;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How much of a meter was used in a cycle.
@ApplicationScoped
class CycleUsage {

    private final AnswerQuestion answerQuestion;

    CycleUsage(AnswerQuestion answerQuestion) {
        this.answerQuestion = answerQuestion;
    }

    /// What was used by somebody or somewhere, in one unit.
    private record Key(Group group, String unit) {}

    /// Amounts of one source.
    static final class Used {

        private final boolean says;
        private final Map<Key, BigDecimal> amounts = new HashMap<>();

        private Used(boolean says) {
            this.says = says;
        }

        /// Zero where nothing was used; empty where the source does not say.
        Optional<BigDecimal> of(Group group, String unit) {
            return says
                    ? Optional.of(amounts.getOrDefault(new Key(group, unit), BigDecimal.ZERO))
                    : Optional.empty();
        }
    }

    /// Of what may be seen; that it was read is recorded with the limits.
    ///
    /// @param dimensions what is told apart
    /// @param filter in terms of what the source states; of it, only what is told apart counts, of
    ///   the values to keep
    Used of(
            Visibility visibility,
            SourceState source,
            BillingCycle cycle,
            Against.Usage usage,
            Set<Dimension> dimensions,
            Filter filter) {
        var answer =
                answerQuestion.answerRest(
                        Question.of(visibility, usage.meter(), new Window.Days(cycle.days()))
                                .ofConnector(source.connector())
                                .withGroupings(new Grouping(Optional.empty(), dimensions))
                                .withFilter(asked(source, usage, dimensions, filter)));
        var used =
                new Used(
                        answer.sources().stream().anyMatch(standing -> standing.cut().isPresent()));
        for (var row : answer.tables().getFirst().rows()) {
            used.amounts.put(
                    new Key(row.group(), row.quantity().unit().symbol()), row.quantity().amount());
        }
        return used;
    }

    private static Filter asked(
            SourceState source, Against.Usage usage, Set<Dimension> dimensions, Filter filter) {
        var asked = Filter.ALL.withOnly(Dimension.SOURCE, Set.of(source.name().value()));
        if (!usage.products().isEmpty()) {
            asked = asked.withOnly(Dimension.PRODUCT, usage.products());
        }
        for (var dimension : dimensions) {
            var kept = filter.only().get(dimension);
            if (kept != null) {
                asked = asked.withOnly(dimension, kept);
            }
        }
        return asked;
    }
}
