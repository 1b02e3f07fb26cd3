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
    Used of(
            Visibility visibility,
            SourceState source,
            BillingCycle cycle,
            Against.Usage usage,
            Set<Dimension> dimensions) {
        var filter = Filter.ALL.withOnly(Dimension.SOURCE, Set.of(source.name().value()));
        var answer =
                answerQuestion.answerRest(
                        Question.of(visibility, usage.meter(), new Window.Days(cycle.days()))
                                .ofConnector(source.connector())
                                .withGroupings(new Grouping(Optional.empty(), dimensions))
                                .withFilter(
                                        usage.products().isEmpty()
                                                ? filter
                                                : filter.withOnly(
                                                        Dimension.PRODUCT, usage.products())));
        var used =
                new Used(
                        answer.sources().stream().anyMatch(standing -> standing.cut().isPresent()));
        for (var row : answer.tables().getFirst().rows()) {
            used.amounts.put(
                    new Key(row.group(), row.quantity().unit().symbol()), row.quantity().amount());
        }
        return used;
    }
}
