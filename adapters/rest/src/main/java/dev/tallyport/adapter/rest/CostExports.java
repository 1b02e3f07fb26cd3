package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.pricing.AnswerCosts;
import dev.tallyport.application.pricing.CostQuestion;
import dev.tallyport.application.pricing.Costs;
import dev.tallyport.application.pricing.PriceUsage;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Answers about costs as files.
@ApplicationScoped
class CostExports {

    static final List<String> PARAMETERS =
            Stream.concat(Stream.of(Query.FORMAT), CostQuery.PARAMETERS.stream()).toList();

    private final CostQuestions questions;
    private final AnswerCosts answerCosts;
    private final PriceUsage priceUsage;
    private final FocusExports focus;
    private final SourceOrigins origins;
    private final InstantSource clock;

    CostExports(
            CostQuestions questions,
            AnswerCosts answerCosts,
            PriceUsage priceUsage,
            FocusExports focus,
            SourceOrigins origins,
            InstantSource clock) {
        this.questions = questions;
        this.answerCosts = answerCosts;
        this.priceUsage = priceUsage;
        this.focus = focus;
        this.origins = origins;
        this.clock = clock;
    }

    /// @param viewer who may see some costs
    /// @param query that knows [#PARAMETERS]
    /// @throws ProblemException naming everything that is wrong with the query
    Export<?> of(Viewer viewer, Query query) {
        var format = FocusExports.table(query);
        if (format.isEmpty()) {
            FocusExports.reject(query, CostQuery.PRICES, "FOCUS has a column for each");
            FocusExports.reject(query, CostQuery.ORDER, "charges come source by source");
        }
        var asked = questions.read(query);
        var question = questions.of(viewer.visibility(Subject.COSTS), asked);
        var name = "costs-" + WindowView.of(question.window()).ofFile();
        return format.<Export<?>>map(table -> table(viewer, question, asked, query, name, table))
                .orElseGet(() ->
                        focus.of(
                                viewer,
                                question.window(),
                                name,
                                taker -> priceUsage.price(question, taker)));
    }

    private Export<Named<Costs.Row>> table(
            Viewer viewer,
            CostQuestion question,
            CostQuery asked,
            Query query,
            String name,
            Format format) {
        Function<List<Group>, DisplayNames> find =
                groups -> questions.names(viewer, question, groups);
        return new Export<>(
                name,
                format,
                CostTable.of(question.grouping()),
                taker -> {
                    var costs = answerCosts.answer(question).inOrder(asked.order());
                    var named = new NamedRows<>(Costs.Row::group, find, taker);
                    costs.rows().forEach(named::take);
                    named.finish();
                    return new CostSummary(
                                    question,
                                    costs,
                                    find,
                                    query.sent(),
                                    origins.all(),
                                    clock.instant().truncatedTo(ChronoUnit.SECONDS))
                            .parts();
                });
    }
}
