package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.pricing.PriceUsage;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Answers about usage as files, read while they are sent.
@ApplicationScoped
class UsageExports {

    /// What makes a question, but for the period before, which has no place in one table.
    static final List<String> PARAMETERS =
            Query.andFormat(
                    UsageQuery.PARAMETERS.stream()
                            .filter(name -> !name.equals("compare"))
                            .toList());

    private final UsageAnswers answers;
    private final AnswerQuestion answerQuestion;
    private final PriceUsage priceUsage;
    private final FocusExports focus;
    private final SourceOrigins origins;
    private final InstantSource clock;

    UsageExports(
            UsageAnswers answers,
            AnswerQuestion answerQuestion,
            PriceUsage priceUsage,
            FocusExports focus,
            SourceOrigins origins,
            InstantSource clock) {
        this.answers = answers;
        this.answerQuestion = answerQuestion;
        this.priceUsage = priceUsage;
        this.focus = focus;
        this.origins = origins;
        this.clock = clock;
    }

    /// @param viewer who may see some consumption
    /// @param query that knows [#PARAMETERS]
    /// @throws ProblemException naming everything that is wrong with the query
    Export<?> of(Viewer viewer, Query query) {
        var format = FocusExports.table(query);
        if (format.isEmpty()) {
            requireVendorsOwn(query);
        }
        var question = answers.question(viewer.visibility(Subject.CONSUMPTION), query);
        return format.<Export<?>>map(table -> table(viewer, question, query, table))
                .orElseGet(() ->
                        focus.of(
                                viewer,
                                question.window(),
                                nameOf(question),
                                taker -> priceUsage.price(question, taker)));
    }

    /// A charge is of one source, and of its own days.
    private static void requireVendorsOwn(Query query) {
        query.one(
                "calendar",
                "source, as charges of FOCUS are of the vendor's own days",
                text -> Optional.of(text).filter("source"::equals));
        FocusExports.reject(query, "top", "every charge of FOCUS is of one group");
        FocusExports.reject(query, "order", FocusExports.IN_ORDER);
    }

    private Export<Named<Answer.Row>> table(
            Viewer viewer, Question question, Query query, Format format) {
        Export.Rows<Named<Answer.Row>> rows =
                taker -> {
                    var named =
                            new NamedRows<>(
                                    Answer.Row::group,
                                    groups -> answers.names(viewer, question, groups),
                                    taker);
                    var answer = answerQuestion.answer(question, named::take);
                    return new UsageSummary(
                                    question,
                                    answer,
                                    named.finish(),
                                    query.sent(),
                                    origins.all(),
                                    clock.instant().truncatedTo(ChronoUnit.SECONDS))
                            .parts();
                };
        return new Export<>(nameOf(question), format, UsageTable.of(question), rows);
    }

    /// Of what and of when.
    private static String nameOf(Question question) {
        var more = question.meters().size() - 1;
        return "usage-%s%s-%s"
                .formatted(
                        question.meters().getFirst(),
                        more == 0 ? "" : "-and-" + more + "-more",
                        WindowView.of(question.window()).ofFile());
    }
}
