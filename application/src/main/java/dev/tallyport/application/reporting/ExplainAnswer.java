package dev.tallyport.application.reporting;

import dev.tallyport.application.reporting.Answer.Standing;
import dev.tallyport.application.reporting.CompareTotals.Compared;
import dev.tallyport.application.reporting.UsageReports.Fetched;
import dev.tallyport.application.source.Connectors;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.application.source.Sources;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.calendar.BillingCalendar;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says of the figures of an answer where they come from.
@ApplicationScoped
public class ExplainAnswer {

    /// @param origins as the sources of the answer
    public record Explained(Answer answer, List<Origin> origins) {}

    /// Where the figures of one source and meter come from.
    ///
    /// @param connector who reads the vendor, and how it settles
    /// @param cut what answered, as the connector declares it; empty where the source does not say
    /// @param from the first instant of the days asked for, in the source's own calendar
    /// @param to the first instant after them
    /// @param fetched when those days were read whole; empty where none was
    /// @param recordedAt when the newest version in the answer was recorded; empty for none
    /// @param declared the vendor's own totals of the cut that begin in those days, as far as they
    ///   may be seen, and are of what was asked about
    public record Origin(
            Standing standing,
            ConnectorDescriptor connector,
            Optional<Cut> cut,
            Instant from,
            Instant to,
            Optional<Fetched> fetched,
            Optional<Instant> recordedAt,
            List<Compared> declared) {}

    private final AnswerQuestion answerQuestion;
    private final Sources sources;
    private final Connectors connectors;
    private final UsageReports reports;
    private final CompareTotals compareTotals;

    ExplainAnswer(
            AnswerQuestion answerQuestion,
            Sources sources,
            Connectors connectors,
            UsageReports reports,
            CompareTotals compareTotals) {
        this.answerQuestion = answerQuestion;
        this.sources = sources;
        this.connectors = connectors;
        this.reports = reports;
        this.compareTotals = compareTotals;
    }

    public Explained explain(Question question) {
        var answer = answerQuestion.answer(question);
        return new Explained(
                answer,
                answer.sources().stream()
                        .flatMap(standing -> origin(question, standing).stream())
                        .toList());
    }

    /// Empty for a source that is gone meanwhile.
    private Optional<Origin> origin(Question question, Standing standing) {
        return sources.find(standing.source())
                .flatMap(source ->
                        connectors
                                .find(source.connector())
                                .map(connector ->
                                        origin(
                                                question,
                                                standing,
                                                source,
                                                connector.descriptor())));
    }

    private Origin origin(
            Question question,
            Standing standing,
            SourceState source,
            ConnectorDescriptor descriptor) {
        var calendar = BillingCalendar.of(descriptor.dayZone(), List.of());
        var days = standing.days();
        return new Origin(
                standing,
                descriptor,
                standing.cut().map(descriptor::cut),
                calendar.startOf(days.start()),
                calendar.startOf(days.end()),
                standing.cut().flatMap(cut -> reports.fetched(source.id(), cut, days)),
                reports.recordedAt(source.id(), standing.version()),
                standing.cut()
                        .map(cut ->
                                compareTotals.compare(
                                        question.visibility(),
                                        source,
                                        descriptor.totalsOf(cut),
                                        question.filter(),
                                        days))
                        .orElse(List.of()));
    }
}
