package dev.tallyport.adapter.rest;

import dev.tallyport.adapter.rest.export.Export;
import dev.tallyport.adapter.rest.export.FocusCharge;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.adapter.rest.export.Summary;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.FindOrganizations;
import dev.tallyport.application.source.Sources;
import dev.tallyport.domain.access.Subject;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.calendar.BillingCalendar;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.usage.Dimension;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers about usage as files, read while they are sent.
@ApplicationScoped
class UsageExports {

    private static final String FORMAT = "format";
    private static final String FOCUS = "focus";
    private static final Kind<String> A_FORMAT =
            Kind.of(
                    "csv, xlsx, jsonl or focus",
                    text ->
                            Optional.of(text)
                                    .filter(one ->
                                            one.equals(FOCUS) || Format.find(one).isPresent()));

    /// What makes a question, but for the period before, which has no place in one table.
    static final List<String> PARAMETERS =
            Stream.concat(
                            Stream.of(FORMAT),
                            UsageQuery.PARAMETERS.stream().filter(name -> !name.equals("compare")))
                    .toList();

    private final UsageAnswers answers;
    private final AnswerQuestion answerQuestion;
    private final Sources sources;
    private final Connectors connectors;
    private final FindOrganizations findOrganizations;
    private final InstantSource clock;

    UsageExports(
            UsageAnswers answers,
            AnswerQuestion answerQuestion,
            Sources sources,
            Connectors connectors,
            FindOrganizations findOrganizations,
            InstantSource clock) {
        this.answers = answers;
        this.answerQuestion = answerQuestion;
        this.sources = sources;
        this.connectors = connectors;
        this.findOrganizations = findOrganizations;
        this.clock = clock;
    }

    /// @param viewer who may see some consumption
    /// @param query that knows [#PARAMETERS]
    /// @throws ProblemException naming everything that is wrong with the query
    Export<?> of(Viewer viewer, Query query) {
        var format = query.one(FORMAT, A_FORMAT).orElse(Format.CSV.title());
        if (format.equals(FOCUS)) {
            requireVendorsOwn(query);
        }
        var question = answers.question(viewer.visibility(Subject.CONSUMPTION), query);
        return Format.find(format)
                .<Export<?>>map(table -> table(viewer, question, query, table))
                .orElseGet(() -> charges(question, viewer));
    }

    /// A charge is of one source, and of its own days.
    private static void requireVendorsOwn(Query query) {
        query.one(
                "calendar",
                "source, as charges of FOCUS are of the vendor's own days",
                text -> Optional.of(text).filter("source"::equals));
        if (query.has("top")) {
            query.reject(
                    "top",
                    "nothing, as every charge of FOCUS is of one group",
                    String.join(", ", query.sent().getOrDefault("top", List.of())));
        }
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
                                    origins(),
                                    clock.instant().truncatedTo(ChronoUnit.SECONDS))
                            .parts();
                };
        return new Export<>(nameOf(question), format, UsageTable.of(question), rows);
    }

    private Export<FocusCharge> charges(Question question, Viewer viewer) {
        var bySource = bySource(question);
        Export.Rows<FocusCharge> rows =
                taker -> {
                    var charges = new UsageCharges(question.window(), origins(), names(viewer));
                    answerQuestion.answer(bySource, row -> taker.accept(charges.of(row)));
                    return Summary.NONE;
                };
        return new Export<>(nameOf(question) + ".focus", Format.CSV, FocusCharge.TABLE, rows);
    }

    private static Question bySource(Question question) {
        var grouping = question.groupings().getFirst();
        var dimensions = EnumSet.of(Dimension.SOURCE);
        dimensions.addAll(grouping.dimensions());
        return question.withGroupings(new Grouping(grouping.bucket(), dimensions));
    }

    private Map<SourceName, SourceOrigin> origins() {
        var origins = new HashMap<SourceName, SourceOrigin>();
        for (var source : sources.all()) {
            connectors
                    .find(source.connector())
                    .ifPresent(connector -> {
                        var descriptor = connector.descriptor();
                        var cycles = sources.cycles(source.id());
                        var calendar = BillingCalendar.of(descriptor.dayZone(), cycles);
                        origins.put(source.name(), new SourceOrigin(descriptor.name(), calendar));
                    });
        }
        return origins;
    }

    private Map<VendorOrganization, String> names(Viewer viewer) {
        var names = new HashMap<VendorOrganization, String>();
        for (var one : findOrganizations.all(viewer.visibility(Subject.ORGANIZATIONS))) {
            one.name().ifPresent(name -> names.put(one.organization(), name));
        }
        return names;
    }

    /// Of what and of when.
    private static String nameOf(Question question) {
        var window = WindowView.of(question.window());
        var more = question.meters().size() - 1;
        return "usage-%s%s-%s-to-%s"
                .formatted(
                        question.meters().getFirst(),
                        more == 0 ? "" : "-and-" + more + "-more",
                        window.from(),
                        window.to())
                .replace(":", "");
    }
}
