package dev.tallyport.application.reporting;

import static dev.tallyport.domain.usage.Dimension.ORGANIZATION;
import static dev.tallyport.domain.usage.Dimension.PERSON;
import static dev.tallyport.domain.usage.Dimension.SOURCE;
import static dev.tallyport.domain.usage.Dimension.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.application.access.Viewers;
import dev.tallyport.application.audit.Action;
import dev.tallyport.application.audit.Actor;
import dev.tallyport.application.audit.AuditEntry;
import dev.tallyport.application.audit.AuditTrail;
import dev.tallyport.application.audit.InMemoryAuditTrail;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AnswerQuestionTest {

    private static final LocalDate DAY = LocalDate.parse("2026-07-01");
    private static final Window WINDOW = new Window.Days(DateRange.of(DAY));
    private static final Unit ACU = new Unit("ACU");
    private static final SourceName ACME = new SourceName("acme");
    private static final SourceName BETA = new SourceName("beta");
    private static final VendorUser ANN = new VendorUser(ACME, "ann");
    private static final VendorOrganization ONE = new VendorOrganization(ACME, "one");
    private static final Visibility EVERYTHING = new Visibility.Everything();
    private static final Visibility NOTHING = new Visibility.Nothing();
    private static final Visibility ONLY_ANN =
            new Visibility.Some(Set.of(), Set.of(ANN), Set.of(), Set.of());
    private static final Visibility ONLY_ANN_IN_ONE =
            new Visibility.Some(Set.of(), Set.of(), Set.of(ANN), Set.of(ONE));
    private static final Visibility ORGANIZATION_ONE =
            new Visibility.Some(Set.of(ONE), Set.of(), Set.of(), Set.of());
    private static final Visibility ANN_AND_ORGANIZATION_ONE =
            new Visibility.Some(Set.of(ONE), Set.of(ANN), Set.of(), Set.of());
    private static final Grouping BY_USER = Grouping.by(USER);
    private static final Filter ONLY_ANNS = Filter.ALL.withOnly(USER, Set.of("ann"));
    private static final Viewer MIA_WHO_IS_ANN = Viewers.linkedTo(ANN);

    private final KnownSources sources = new KnownSources();
    private final OneConnector connector =
            new OneConnector(
                    new ConnectorDescriptor(
                            "test",
                            "Test",
                            List.of(),
                            List.of(
                                    new Cut(
                                            "daily",
                                            "acus",
                                            "ACU",
                                            Set.of(
                                                    dev.tallyport.connector.spi.Dimension.USER,
                                                    dev.tallyport.connector.spi.Dimension
                                                            .ORGANIZATION),
                                            Optional.empty())),
                            ZoneOffset.UTC,
                            Duration.ofDays(3)));
    private final InMemoryUsageReports reports = new InMemoryUsageReports();
    private final Map<VendorUser, Principal.Person> linked = new HashMap<>();
    private final InMemoryAuditTrail audit = new InMemoryAuditTrail();
    private final SourceId acme = sources.register(ACME, "test");

    AnswerQuestionTest() {
        reports.use(acme, "daily", DAY, used("ann", "one"), 1);
        reports.use(acme, "daily", DAY, used("ann", "two"), 2);
        reports.use(acme, "daily", DAY, used("bob", "one"), 4);
        reports.use(acme, "daily", DAY, used("bob", "two"), 8);
        reports.use(acme, "daily", DAY, Group.unstated(), 16);
    }

    private static Group used(String user, String organization) {
        return Group.of(USER, user).with(ORGANIZATION, organization);
    }

    private AnswerQuestion asked(Optional<Viewer> viewer, AuditTrail trail) {
        return new AnswerQuestion(
                new ChooseCuts(sources, connector, reports),
                new IdentifyPeople(_ -> linked, () -> viewer),
                reports,
                new RecordReads(() -> viewer, trail));
    }

    private Answer answer(Viewer viewer, Question question) {
        return asked(Optional.of(viewer), audit).answer(question);
    }

    private static Question question(Visibility visibility, Filter filter, Grouping... groupings) {
        return Question.of(visibility, "acus", WINDOW)
                .ofConnector("test")
                .withGroupings(groupings)
                .withFilter(filter);
    }

    static List<Map.Entry<Visibility, Long>> totals() {
        return List.of(
                Map.entry(EVERYTHING, 31L),
                Map.entry(ONLY_ANN, 3L),
                Map.entry(ONLY_ANN_IN_ONE, 1L),
                Map.entry(ORGANIZATION_ONE, 5L),
                Map.entry(ANN_AND_ORGANIZATION_ONE, 7L));
    }

    @ParameterizedTest
    @MethodSource("totals")
    void theTotalIsOfWhatIsSeen(Map.Entry<Visibility, Long> expected) {
        var answer = answer(Viewers.holding(), question(expected.getKey(), Filter.ALL));

        assertThat(answer.totals())
                .extracting(Answer.Total::quantity)
                .containsExactly(Quantity.of(expected.getValue().toString(), ACU));
    }

    @Test
    void aSourceOfWhichNothingIsSeenIsNotMentioned() {
        sources.register(BETA, "test");

        var answer = answer(MIA_WHO_IS_ANN, question(ONLY_ANN, Filter.ALL, BY_USER));
        var nothing = answer(MIA_WHO_IS_ANN, question(NOTHING, Filter.ALL, BY_USER));

        assertThat(answer.sources()).extracting(Answer.Standing::source).containsExactly(ACME);
        assertThat(nothing.sources()).isEmpty();
        assertThat(nothing.totals()).isEmpty();
    }

    static List<Question> aboutOthers() {
        return List.of(
                question(EVERYTHING, Filter.ALL, BY_USER),
                question(EVERYTHING, Filter.ALL, Grouping.WHOLE, BY_USER),
                question(
                        EVERYTHING,
                        Filter.ALL,
                        new Grouping(Optional.of(Bucket.DAY), Set.of(USER, ORGANIZATION))),
                question(EVERYTHING, Filter.ALL.withOnly(USER, Set.of("bob"))),
                question(EVERYTHING, Filter.ALL.withOnly(USER, Set.of("ann", "bob"))),
                question(EVERYTHING, Filter.ALL.withExcept(USER, Set.of("ann"))),
                question(ORGANIZATION_ONE, Filter.ALL, BY_USER),
                question(ANN_AND_ORGANIZATION_ONE, Filter.ALL, BY_USER));
    }

    @ParameterizedTest
    @MethodSource("aboutOthers")
    void whoeverTellsOthersApartIsRecorded(Question question) {
        answer(MIA_WHO_IS_ANN, question);

        assertThat(audit.entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo(Action.USAGE_READ);
                    assertThat(entry.by()).isEqualTo(Actor.of(MIA_WHO_IS_ANN));
                });
    }

    static List<Question> aboutOneselfOrNobody() {
        return List.of(
                question(ONLY_ANN, Filter.ALL, BY_USER),
                question(ONLY_ANN_IN_ONE, Filter.ALL, BY_USER),
                question(EVERYTHING, ONLY_ANNS),
                question(EVERYTHING, ONLY_ANNS, BY_USER),
                question(EVERYTHING, Filter.ALL, Grouping.WHOLE),
                question(EVERYTHING, Filter.ALL, Grouping.by(Bucket.DAY)),
                question(EVERYTHING, Filter.ALL, Grouping.by(ORGANIZATION)),
                question(EVERYTHING, Filter.ALL.withOnly(ORGANIZATION, Set.of("one"))),
                question(ORGANIZATION_ONE, Filter.ALL, Grouping.WHOLE),
                question(NOTHING, Filter.ALL, BY_USER));
    }

    @ParameterizedTest
    @MethodSource("aboutOneselfOrNobody")
    void onesOwnRowsAndUndividedTotalsAreNotRecorded(Question question) {
        answer(MIA_WHO_IS_ANN, question);

        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void whoeverAsksForAnIdThatIsTheirsInAnotherSourceIsRecorded() {
        sources.register(BETA, "test");

        answer(MIA_WHO_IS_ANN, question(EVERYTHING, ONLY_ANNS));
        answer(MIA_WHO_IS_ANN, question(EVERYTHING, ONLY_ANNS.withOnly(SOURCE, Set.of("acme"))));

        assertThat(audit.entries()).hasSize(1);
    }

    @Test
    void theRowsOfSomebodyElseAreRecordedEvenWhereTheyAreAllThatIsSeen() {
        answer(Viewers.holding(), question(ONLY_ANN, Filter.ALL, BY_USER));

        assertThat(audit.entries()).hasSize(1);
    }

    @Test
    void whatIsRecordedIsTheQuestion() {
        answer(
                MIA_WHO_IS_ANN,
                question(
                        EVERYTHING,
                        Filter.ALL.withOnly(USER, Set.of("bob")).withOnly(SOURCE, Set.of("acme")),
                        Grouping.by(Bucket.DAY)));

        assertThat(audit.entries())
                .singleElement()
                .extracting(AuditEntry.Draft::after)
                .isEqualTo(
                        Map.of(
                                "connector", "test",
                                "meter", "acus",
                                "window", "2026-07-01/2026-07-02",
                                "groupings", "day",
                                "only user", "bob",
                                "only source", "acme"));
    }

    @Test
    void theRestOfARequestIsNotRecordedAgain() {
        var question = question(EVERYTHING, Filter.ALL, BY_USER);

        var rest = asked(Optional.of(MIA_WHO_IS_ANN), audit).answerRest(question);

        assertThat(rest.totals())
                .extracting(Answer.Total::quantity)
                .containsExactly(Quantity.of("31", ACU));
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void whatNobodyAsksForIsReadByTallyport() {
        asked(Optional.empty(), audit).answer(question(EVERYTHING, Filter.ALL, BY_USER));

        assertThat(audit.entries())
                .extracting(AuditEntry.Draft::by)
                .containsExactly(Actor.TALLYPORT);
    }

    @Test
    void whatCannotBeRecordedIsNotRead() {
        var full = new FullTrail();

        assertThatThrownBy(() ->
                        asked(Optional.of(MIA_WHO_IS_ANN), full)
                                .answer(question(EVERYTHING, Filter.ALL, BY_USER)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(reports.reads()).isZero();
    }

    @Test
    void aPersonIsTheSumOfWhatTheVendorsKnowThemAsAndANobodyIsTheirUser() {
        var beta = sources.register(BETA, "test");
        reports.use(beta, "daily", DAY, used("ann@beta", "three"), 32);
        linked.put(ANN, new Principal.Person(7));
        linked.put(new VendorUser(BETA, "ann@beta"), new Principal.Person(7));

        var answer = answer(MIA_WHO_IS_ANN, question(EVERYTHING, Filter.ALL, Grouping.by(PERSON)));

        assertThat(rows(answer))
                .containsExactlyInAnyOrder("PERSON=7 35", "USER=bob,SOURCE=acme 12", " 16");
    }

    @Test
    void meIsWhateverTheVendorsKnowWhoeverAsksAs() {
        var answer =
                answer(
                        MIA_WHO_IS_ANN,
                        question(
                                EVERYTHING,
                                Filter.ALL.withOnly(PERSON, Set.of(Filter.ME)),
                                Grouping.by(USER)));

        assertThat(rows(answer)).containsExactly("USER=ann 3");
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void beyondTheTopGroupsEverythingIsOneRowAndTheTotalStays() {
        var asked = question(EVERYTHING, Filter.ALL, Grouping.by(USER));

        var answer = answer(MIA_WHO_IS_ANN, withTop(asked, 1));

        assertThat(rows(answer)).containsExactly(" 16", "others(2) 15");
        assertThat(answer.totals())
                .extracting(Answer.Total::quantity)
                .containsExactly(Quantity.of("31", ACU));
    }

    @Test
    void theTopGroupsAreThoseOfTheWholeWindowInEverySlotAndInWhatIsCompared() {
        reports.use(acme, "daily", DAY.plusDays(1), used("ann", "one"), 14);
        reports.use(acme, "daily", DAY.minusDays(1), used("ann", "one"), 32);
        reports.use(acme, "daily", DAY.minusDays(1), used("bob", "one"), 128);
        var asked =
                Question.of(EVERYTHING, "acus", new Window.Days(DateRange.of(DAY, DAY.plusDays(2))))
                        .withGroupings(new Grouping(Optional.of(Bucket.DAY), Set.of(USER)));

        var answer = answer(MIA_WHO_IS_ANN, withTop(asked, 1));

        assertThat(rows(answer)).containsExactly("USER=ann 3", "others(2) 28", "USER=ann 14");
        assertThat(answer.before().map(AnswerQuestionTest::rows))
                .contains(List.of("USER=ann 32", "others(1) 128"));
    }

    @Test
    void rowsHandedOverOneByOneAreThoseOfTheTable() {
        reports.use(acme, "daily", DAY.minusDays(1), used("ann", "one"), 64);
        var asked =
                Question.of(
                                EVERYTHING,
                                "acus",
                                new Window.Days(DateRange.of(DAY.minusDays(9), DAY.plusDays(9))))
                        .withGroupings(new Grouping(Optional.of(Bucket.DAY), Set.of(USER)));
        var handedOver = new ArrayList<Answer.Row>();

        var answer = asked(Optional.of(MIA_WHO_IS_ANN), audit).answer(asked, handedOver::add);

        var whole = answer(MIA_WHO_IS_ANN, asked);
        assertThat(handedOver).isEqualTo(whole.tables().getFirst().rows()).isNotEmpty();
        assertThat(answer.totals()).isEqualTo(whole.totals());
    }

    @Test
    void whatStatesDaysDoesNotSayHours() {
        var answer =
                answer(MIA_WHO_IS_ANN, question(EVERYTHING, Filter.ALL, Grouping.by(Bucket.HOUR)));

        assertThat(answer.totals()).isEmpty();
        assertThat(answer.sources())
                .extracting(Answer.Standing::silence)
                .containsExactly(Optional.of(Answer.Silence.ONLY_DAYS));
    }

    @Test
    void aChangePartsWhateverBucketItFallsInto() {
        reports.use(acme, "daily", DAY.plusDays(1), used("ann", "one"), 64);
        var asked =
                Question.of(EVERYTHING, "acus", new Window.Days(DateRange.of(DAY, DAY.plusDays(9))))
                        .withGroupings(Grouping.by(Bucket.MONTH), Grouping.WHOLE)
                        .withChanges(new TreeSet<>(Set.of(DAY.plusDays(1))));

        var answer = answer(MIA_WHO_IS_ANN, asked);

        assertThat(answer.tables())
                .allSatisfy(table ->
                        assertThat(table.rows())
                                .extracting(row -> row.quantity().amount().intValueExact())
                                .containsExactly(31, 64));
        assertThat(answer.totals())
                .extracting(Answer.Total::quantity)
                .containsExactly(Quantity.of("95", ACU));
    }

    private static Question withTop(Question question, int top) {
        return new Question(
                question.visibility(),
                question.connector(),
                question.meters(),
                question.window(),
                question.zone(),
                Optional.of(new Window.Days(DateRange.of(DAY.minusDays(1)))),
                question.groupings(),
                question.filter(),
                question.changes(),
                question.order(),
                Optional.of(top),
                question.asKnownOn());
    }

    private static List<String> rows(Answer answer) {
        return answer.tables().getFirst().rows().stream()
                .map(row ->
                        row.others().map(groups -> "others(%d)".formatted(groups)).orElse("")
                                + row.group().values().entrySet().stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(","))
                                + " "
                                + row.quantity().amount().toPlainString())
                .toList();
    }

    /// Takes no entry any more.
    private static final class FullTrail implements AuditTrail {

        private final InMemoryAuditTrail empty = new InMemoryAuditTrail();

        @Override
        public void record(AuditEntry.Draft entry) {
            throw new IllegalStateException("full");
        }

        @Override
        public List<AuditEntry> latest(Wanted wanted, int most) {
            return empty.latest(wanted, most);
        }

        @Override
        public Integrity verify() {
            return empty.verify();
        }
    }
}
