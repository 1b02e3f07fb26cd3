package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.application.pricing.AnswerCosts;
import dev.tallyport.application.pricing.CostQuestion;
import dev.tallyport.application.pricing.Costs;
import dev.tallyport.application.pricing.PriceUsage;
import dev.tallyport.application.pricing.ProjectCosts;
import dev.tallyport.application.reporting.DisplayNames;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.usage.Group;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/// Answers about costs as files.
@ApplicationScoped
class CostExports {

    static final List<String> PARAMETERS = Query.andFormat(CostQuery.PARAMETERS);
    static final List<String> OF_PROJECTION = Query.andFormat(CostQuery.FILTERS);

    private final CostQuestions questions;
    private final AnswerCosts answerCosts;
    private final PriceUsage priceUsage;
    private final ProjectCosts projectCosts;
    private final FocusExports focus;
    private final SourceOrigins origins;
    private final InstantSource clock;

    CostExports(
            CostQuestions questions,
            AnswerCosts answerCosts,
            PriceUsage priceUsage,
            ProjectCosts projectCosts,
            FocusExports focus,
            SourceOrigins origins,
            InstantSource clock) {
        this.questions = questions;
        this.answerCosts = answerCosts;
        this.priceUsage = priceUsage;
        this.projectCosts = projectCosts;
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
            FocusExports.reject(query, CostQuery.ORDER, FocusExports.IN_ORDER);
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

    /// @param viewer who may see some costs
    /// @param query that knows [#OF_PROJECTION]
    /// @throws ProblemException naming everything that is wrong with the query
    Export<?> ofProjection(Viewer viewer, Query query) {
        var format = query.format();
        var filter = questions.read(query).filter();
        return new Export<>(
                "projection",
                format,
                ProjectionTable.TABLE,
                taker -> {
                    var outlooks = projectCosts.project(viewer.visibility(Subject.COSTS), filter);
                    outlooks.forEach(outlook -> ProjectionTable.rows(outlook).forEach(taker));
                    return new Summary(
                            List.of(
                                    SummaryParts.question(query.sent()),
                                    SummaryParts.sources(
                                            outlooks.stream()
                                                    .flatMap(one -> one.standings().stream())
                                                    .toList(),
                                            origins.all())));
                });
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
