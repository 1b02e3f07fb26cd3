package dev.tallyport.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.adapter.persistence.Enterprise.Source;
import dev.tallyport.adapter.persistence.NaiveAnswer.Of;
import dev.tallyport.adapter.persistence.NaiveAnswer.Said;
import dev.tallyport.adapter.persistence.NaiveLedger.Statement;
import dev.tallyport.application.ingestion.UsageLedger.Origin;
import dev.tallyport.application.person.People;
import dev.tallyport.application.reporting.Answer;
import dev.tallyport.application.reporting.AnswerQuestion;
import dev.tallyport.application.reporting.Filter;
import dev.tallyport.application.reporting.Grouping;
import dev.tallyport.application.reporting.Question;
import dev.tallyport.application.reporting.RealAnswers;
import dev.tallyport.application.reporting.UsageReports;
import dev.tallyport.application.reporting.Window;
import dev.tallyport.application.source.SourceId;
import dev.tallyport.connector.spi.Coverage;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.domain.access.Account;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.access.Viewer;
import dev.tallyport.domain.access.Visibility;
import dev.tallyport.domain.calendar.DateRange;
import dev.tallyport.domain.flag.Flags;
import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.source.VendorOrganization;
import dev.tallyport.domain.source.VendorUser;
import dev.tallyport.domain.usage.Bucket;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Fact;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Quantity;
import dev.tallyport.domain.usage.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Random ledgers and random questions: PostgreSQL, through the use case that answers everybody,
/// and a naive model say the same to the last digit, now and as known at every earlier instant.
final class AnswerLawsTest {

    private static final Instant BEGAN = Instant.parse("2026-05-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final LocalDate FIRST = LocalDate.parse("2026-03-26");
    private static final int DAYS = 13;

    /// Of Berlin by an hour, of Lord Howe by half of one.
    private static final List<Instant> CLOCKS_SET =
            List.of(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-04-04T15:00:00Z"));

    private static final int QUESTIONS = 8;
    private static final int PERSONS = 3;
    private static final List<String> USERS = List.of("ann", "bob", "cid");
    private static final Map<Dimension, List<String>> VALUES =
            Map.of(
                    Dimension.USER, USERS,
                    Dimension.ORGANIZATION, List.of("one", "two"),
                    Dimension.PRODUCT, List.of("devin", "cascade"),
                    Dimension.MODEL, List.of("opus", "haiku"),
                    Dimension.ACTIVITY, List.of("chat", "review"));
    private static final List<ZoneId> ZONES =
            List.of(
                    ZoneId.of("UTC"),
                    ZoneId.of("-08:00"),
                    ZoneId.of("Europe/Berlin"),
                    ZoneId.of("America/Los_Angeles"),
                    ZoneId.of("Asia/Kathmandu"),
                    ZoneId.of("Australia/Lord_Howe"));

    @Property(tries = 100)
    void everyAnswerIsWhatANaiveModelSays(@ForAll Random random) {
        try (var world = new World(random)) {
            var statements = random.nextInt(4, 16);
            for (int i = 0; i < statements; i++) {
                world.state();
            }
            for (int i = 0; i < QUESTIONS; i++) {
                var question = world.question();

                var answer = world.answers.answer(question);

                assertThat(Said.of(answer)).as("%s", question).isEqualTo(world.expected(question));
                assertThatPartsAddUpToTheWhole(answer);
                assertThatTheRowsAreTheSameOneAfterTheOther(world, question);
            }
        }
    }

    private static void assertThatPartsAddUpToTheWhole(Answer answer) {
        var totals = Said.of(answer).totals();
        for (var table : answer.tables()) {
            var sums = new HashMap<Of, BigDecimal>();
            totals.keySet().forEach(of -> sums.put(of, BigDecimal.ZERO));
            for (var row : table.rows()) {
                sums.merge(
                        new Of(row.measure(), row.quantity().unit().symbol()),
                        row.quantity().amount(),
                        BigDecimal::add);
            }
            sums.replaceAll((_, sum) -> sum.stripTrailingZeros());
            assertThat(sums).as("parts by %s", table.grouping()).isEqualTo(totals);
        }
    }

    /// A table that is asked for alone may be of another cut than one of several.
    private static void assertThatTheRowsAreTheSameOneAfterTheOther(World world, Question several) {
        var question = several.withGroupings(several.groupings().getFirst());
        var answer = world.answers.answer(question);
        var rows = new ArrayList<Answer.Row>();

        var streamed = world.answers.answer(question, rows::add);

        assertThat(rows).as("%s", question).isEqualTo(answer.tables().getFirst().rows());
        assertThat(streamed.totals()).as("%s", question).isEqualTo(answer.totals());
        assertThat(streamed.dataVersion()).isEqualTo(answer.dataVersion());
    }

    /// A ledger twice, in PostgreSQL and naively, of which whatever happens is stated to both.
    private static final class World implements AutoCloseable {

        private final Random random;
        private final LedgerDatabase database = LedgerDatabase.open();
        private final Enterprise enterprise = new Enterprise(database);
        private final PostgresPeople people = new PostgresPeople(database.database);
        private final NaiveLedger ledger = new NaiveLedger(BEGAN);
        private final List<Long> persons = new ArrayList<>();
        private final List<Spoken> spokenOf;
        private final Set<VendorUser> me;
        private final AnswerQuestion answers;

        /// What is stated of one source.
        private record Spoken(Source source, Cut cut) {}

        World(Random random) {
            this.random = random;
            for (var source : enterprise.sources) {
                database.keys.assign(source.key(), Set.copyOf(USERS), Set.of());
            }
            for (int i = 0; i < PERSONS; i++) {
                persons.add(people.create("person " + i, BEGAN).id().id());
            }
            this.spokenOf = List.of(anySpoken(), anySpoken(), anySpoken());
            this.me = Set.of(user("acme", "ann"), user("gamma", "bob"));
            this.answers =
                    RealAnswers.of(
                            enterprise.registered(),
                            enterprise.connectors(),
                            new WithinTransaction(database.reports),
                            new PostgresPersons(database.database),
                            () -> Optional.of(viewer()),
                            new PostgresAuditTrail(
                                    database.database, Optional::empty, () -> BEGAN));
        }

        private Viewer viewer() {
            return new Viewer(
                    new Account(
                            new Principal.Person(persons.getFirst()),
                            "me",
                            true,
                            Optional.empty(),
                            Set.of(),
                            me,
                            Set.of(),
                            Set.of()),
                    Flags.NONE,
                    BEGAN);
        }

        Said expected(Question question) {
            return new NaiveAnswer(enterprise, ledger, question, me, persons).said();
        }

        @Override
        public void close() {
            database.close();
        }

        // What is stated.

        void state() {
            var at = ledger.instants().getLast().plus(STEP);
            switch (random.nextInt(8)) {
                case 0 -> link(at);
                case 1 -> merge(at);
                default -> load(at);
            }
        }

        private void load(Instant at) {
            var spoken = any(spokenOf);
            var source = spoken.source();
            var load = load(source, spoken.cut());
            database.ledger.merge(
                    source.key(),
                    load.origin(),
                    at,
                    load.facts(),
                    load.covered().stream().toList(),
                    false);
            ledger.take(at, load, version(source));
        }

        private long version(Source source) {
            return database.database
                    .query(
                            "select coalesce(max(version), 0) from ledger_version"
                                    + " where source_id = ?",
                            row -> row.getLong(1),
                            source.key().value())
                    .getFirst();
        }

        private void link(Instant at) {
            var user = anyUser();
            var person = random.nextInt(PERSONS);
            var linked = Optional.ofNullable(ledger.now().links().get(user));
            if (linked.isPresent()) {
                people.detach(match(user, linked.get()), "test", at);
                ledger.take(at, new Statement.Detach(user));
            } else {
                people.link(match(user, person), People.How.BY_HAND, "test", at);
                ledger.take(at, new Statement.Link(user, person));
            }
        }

        private People.Match match(VendorUser user, int person) {
            return new People.Match(person(person), user);
        }

        private Principal.Person person(int index) {
            return new Principal.Person(persons.get(index));
        }

        private void merge(Instant at) {
            var merged = ledger.now().mergedInto();
            var one = random.nextInt(PERSONS);
            var other = (one + 1 + random.nextInt(PERSONS - 1)) % PERSONS;
            if (merged.containsKey(one)) {
                people.separate(person(one), "test", at);
                ledger.take(at, new Statement.Separate(one));
            } else if (!merged.containsKey(other)) {
                people.merge(person(one), person(other), "test", at);
                ledger.take(at, new Statement.Merge(one, other));
            }
        }

        private Statement.Load load(Source source, Cut cut) {
            var origin = random.nextInt(5) == 0 ? Origin.RESIDUAL : Origin.STATED;
            var facts = new HashMap<String, Fact>();
            var many = random.nextInt(24);
            for (int i = 0; i < many; i++) {
                var fact = fact(source, cut, origin);
                facts.put(fact.key(), fact);
            }
            return new Statement.Load(
                    source.name(),
                    origin,
                    List.copyOf(facts.values()),
                    random.nextBoolean() ? Optional.of(coverage(cut)) : Optional.empty());
        }

        /// Few keys, so that what was stated is revised.
        private Fact fact(Source source, Cut cut, Origin origin) {
            var group = group(cut);
            var calendar = source.calendar();
            var start =
                    switch (cut.grain()) {
                        case DAY -> calendar.startOf(anyDay());
                        case HOUR -> anyInstant().truncatedTo(ChronoUnit.HOURS);
                        case EVENT -> anyInstant();
                    };
            var day = calendar.dayOf(start);
            var end =
                    switch (cut.grain()) {
                        case DAY -> calendar.endOf(day);
                        case HOUR -> start.plus(Duration.ofHours(1));
                        case EVENT -> start.plus(Duration.ofSeconds(random.nextInt(1, 90_000)));
                    };
            var key =
                    "%d/%s/%s"
                            .formatted(
                                    random.nextInt(3),
                                    group.value(Dimension.USER).orElse(""),
                                    group.value(Dimension.ORGANIZATION).orElse(""));
            var amount = BigDecimal.valueOf(random.nextLong(-99, 100_000_000), random.nextInt(9));
            var unit = cut.unit().orElseGet(() -> any(List.of("USD", "EUR")));
            return new Fact(
                    cut.id(),
                    origin + "/" + key,
                    day,
                    start,
                    end,
                    group,
                    new Quantity(amount, new Unit(unit)));
        }

        private Group group(Cut cut) {
            var group = Group.unstated();
            for (var stated : cut.dimensions()) {
                var dimension = Dimension.valueOf(stated.name());
                if (random.nextInt(4) > 0) {
                    group = group.with(dimension, any(valuesOf(dimension)));
                }
            }
            return group;
        }

        private Coverage coverage(Cut cut) {
            var start = anyInstant();
            var only = new HashMap<dev.tallyport.connector.spi.Dimension, Set<String>>();
            for (var stated : cut.dimensions()) {
                if (random.nextInt(4) == 0) {
                    only.put(stated, some(valuesOf(Dimension.valueOf(stated.name()))));
                }
            }
            return new Coverage(
                    cut.id(), start, start.plus(Duration.ofHours(random.nextInt(200))), only);
        }

        // What is asked.

        /// Mostly about what one cut knows, so that somebody answers.
        Question question() {
            var cut = random.nextInt(8) == 0 ? anySpoken().cut() : any(spokenOf).cut();
            var known = random.nextInt(8) == 0 ? Set.of(Dimension.values()) : knownBy(cut);
            return new Question(
                    visibility(known),
                    maybe(() -> any(List.of("coarse", "fine", "unknown")), 12),
                    meters(cut.meter()),
                    window(),
                    maybe(() -> any(ZONES), 2),
                    maybe(this::window, 4),
                    several(() -> grouping(known)),
                    filter(known),
                    random.nextInt(4) == 0
                            ? new TreeSet<>(several(this::anyDay))
                            : Collections.emptySortedSet(),
                    any(List.of(Question.Order.values())),
                    maybe(() -> random.nextInt(1, 4), 3),
                    maybe(this::known, 3));
        }

        private static Set<Dimension> knownBy(Cut cut) {
            var known = EnumSet.of(Dimension.SOURCE);
            for (var stated : cut.dimensions()) {
                known.add(Dimension.valueOf(stated.name()));
            }
            if (known.contains(Dimension.USER)) {
                known.add(Dimension.PERSON);
            }
            return known;
        }

        private Instant known() {
            return any(ledger.instants()).plusSeconds(random.nextInt((int) STEP.toSeconds()));
        }

        private Visibility visibility(Set<Dimension> known) {
            var organizations =
                    known.contains(Dimension.ORGANIZATION)
                            ? several(this::anyOrganization)
                            : List.<VendorOrganization>of();
            var users =
                    known.contains(Dimension.USER) ? several(this::anyUser) : List.<VendorUser>of();
            if (organizations.isEmpty() && users.isEmpty()) {
                return new Visibility.Everything();
            }
            return switch (random.nextInt(12)) {
                case 0 -> some(organizations, List.of(), List.of(), List.of());
                case 1 -> some(List.of(), users, List.of(), List.of());
                case 2 -> some(List.of(), List.of(), users, organizations);
                case 3 -> some(organizations, users, several(this::anyUser), organizations);
                default -> new Visibility.Everything();
            };
        }

        private static Visibility some(
                List<VendorOrganization> organizations,
                List<VendorUser> oneself,
                List<VendorUser> oneselfWithin,
                List<VendorOrganization> within) {
            return new Visibility.Some(
                    Set.copyOf(organizations),
                    Set.copyOf(oneself),
                    Set.copyOf(oneselfWithin),
                    Set.copyOf(within));
        }

        private List<String> meters(String first) {
            var meters = new ArrayList<>(List.of("acus", "cost", "requests", "unknown"));
            Collections.shuffle(meters, random);
            var some = new ArrayList<>(meters.subList(0, random.nextInt(meters.size())));
            some.remove(first);
            some.add(random.nextInt(some.size() + 1), first);
            return some;
        }

        private Window window() {
            if (random.nextInt(3) == 0) {
                return new Window.Days(DateRange.of(FIRST.minusDays(40), FIRST.plusDays(40)));
            }
            if (random.nextBoolean()) {
                var start = anyDay();
                return new Window.Days(DateRange.of(start, start.plusDays(random.nextInt(DAYS))));
            }
            var start = anyInstant();
            var end =
                    switch (random.nextInt(3)) {
                        case 0 -> start.plusSeconds(random.nextInt(7200));
                        case 1 -> start.plus(Duration.ofHours(random.nextInt(300)));
                        default -> anyInstant();
                    };
            return end.isBefore(start)
                    ? new Window.Instants(end, start)
                    : new Window.Instants(start, end);
        }

        private Grouping grouping(Set<Dimension> known) {
            var dimensions = new HashSet<Dimension>();
            for (var dimension : known) {
                if (random.nextInt(3) == 0) {
                    dimensions.add(dimension);
                }
            }
            return new Grouping(maybe(() -> any(List.of(Bucket.values())), 2), dimensions);
        }

        private Filter filter(Set<Dimension> known) {
            var filter = Filter.ALL;
            while (random.nextInt(4) == 0) {
                var dimension = any(List.copyOf(known));
                filter =
                        random.nextBoolean()
                                ? filter.withOnly(dimension, some(valuesOf(dimension)))
                                : filter.withExcept(dimension, some(valuesOf(dimension)));
            }
            return filter;
        }

        // What may be anything.

        private List<String> valuesOf(Dimension dimension) {
            return switch (dimension) {
                case SOURCE -> List.of("acme", "beta", "gamma");
                case PERSON -> {
                    var numbers = new ArrayList<>(persons.stream().map(String::valueOf).toList());
                    numbers.add(Filter.ME);
                    yield numbers;
                }
                case USER, ORGANIZATION, PRODUCT, MODEL, ACTIVITY ->
                        Objects.requireNonNull(VALUES.get(dimension));
            };
        }

        private Spoken anySpoken() {
            var source = any(enterprise.sources);
            var cut = any(source.vendor().cuts());
            return cut.total().isPresent() && random.nextInt(4) > 0
                    ? anySpoken()
                    : new Spoken(source, cut);
        }

        private Source anySource() {
            return random.nextInt(4) == 0 ? any(enterprise.sources) : any(spokenOf).source();
        }

        private LocalDate anyDay() {
            return FIRST.plusDays(random.nextInt(DAYS));
        }

        /// Often about when clocks are set, often a full hour or quarter of one.
        private Instant anyInstant() {
            var about =
                    random.nextInt(3) == 0
                            ? any(CLOCKS_SET).plusSeconds(random.nextInt(-7200, 7200))
                            : FIRST.atStartOfDay(ZoneId.of("UTC"))
                                    .plusSeconds(random.nextLong(DAYS * 86_400L))
                                    .toInstant();
            var second = about.getEpochSecond();
            return Instant.ofEpochSecond(second - second % any(List.of(1, 900, 3600)));
        }

        private VendorUser anyUser() {
            return user(anySource().name().value(), any(USERS));
        }

        private static VendorUser user(String source, String id) {
            return new VendorUser(new SourceName(source), id);
        }

        private VendorOrganization anyOrganization() {
            return new VendorOrganization(
                    anySource().name(), any(valuesOf(Dimension.ORGANIZATION)));
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        private Set<String> some(Collection<String> all) {
            var some = new HashSet<String>();
            all.forEach(one -> {
                if (random.nextBoolean()) {
                    some.add(one);
                }
            });
            return some;
        }

        private <T> List<T> several(Supplier<T> one) {
            var several = new ArrayList<T>();
            var many = random.nextInt(1, 4);
            for (int i = 0; i < many; i++) {
                several.add(one.get());
            }
            return several;
        }

        private <T> Optional<T> maybe(Supplier<T> one, int oneIn) {
            return random.nextInt(oneIn) == 0 ? Optional.of(one.get()) : Optional.empty();
        }
    }

    /// Reads within the transaction that is open instead of in one of its own.
    private record WithinTransaction(PostgresUsageReports reports) implements UsageReports {

        @Override
        public <T> T read(Optional<Instant> asKnownOn, Function<Held, T> work) {
            return work.apply(reports.held(asKnownOn));
        }

        @Override
        public <T> T readAtLength(Optional<Instant> asKnownOn, Function<Held, T> work) {
            return read(asKnownOn, work);
        }

        @Override
        public Optional<Fetched> fetched(SourceId source, String cut, DateRange days) {
            return reports.fetched(source, cut, days);
        }

        @Override
        public Optional<Instant> recordedAt(SourceId source, long version) {
            return reports.recordedAt(source, version);
        }

        @Override
        public Set<String> cuts(SourceId source) {
            return reports.cuts(source);
        }

        @Override
        public boolean isKnownUser(SourceId source, String user) {
            return reports.isKnownUser(source, user);
        }

        @Override
        public boolean isUserOf(SourceId source, String user, Set<String> organizations) {
            return reports.isUserOf(source, user, organizations);
        }
    }
}
