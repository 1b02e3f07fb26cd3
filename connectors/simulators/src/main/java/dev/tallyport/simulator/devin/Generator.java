package dev.tallyport.simulator.devin;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes up one enterprise. Everybody has a random sequence of their own, read day by day, so that
/// a later end only adds days. Amounts are whole hundredths of an ACU until they are written down.
final class Generator {

    private static final List<String> FIRST_NAMES =
            List.of(
                    ("Ada Basil Cleo Dorian Elowen Fabian Greta Hugo Imogen Jonas Kira Leopold Mabel"
                                    + " Nestor Odette Piers Quilla Rufus Sabine Tobias Una Viktor"
                                    + " Wilma Xander Yvette Zeno Alma Bruno Celia Desmond Edda Felix")
                            .split(" ", -1));
    private static final List<String> LAST_NAMES =
            List.of(
                    ("Applewick Bramblefoot Copperly Dunmarrow Eldermoss Fernsby Glimmerton Hawkwind"
                                    + " Inkwell Juniperson Kettleby Larkspur Mossgrove Nightingale"
                                    + " Oakhollow Pennyfeather Quickwater Ravensworth Silverbrook"
                                    + " Thistledown Underbough Vinterberg Willowmere Yarrowby"
                                    + " Zephyrson Ashcombe Birchwood Cobbler Driftwood Evergreen"
                                    + " Foxglove")
                            .split(" ", -1));
    private static final int DISTINCT_NAMES = FIRST_NAMES.size() * LAST_NAMES.size();
    private static final List<String> TEAMS =
            List.of("Payments", "Platform", "Mobile", "Data", "Research", "Support", "Logistics");
    private static final List<String> BOTS =
            List.of("nightly-upgrades", "triage", "changelog", "flaky-tests", "docs", "backports");

    private static final Set<MonthDay> HOLIDAYS =
            Set.of(
                    MonthDay.of(1, 1),
                    MonthDay.of(5, 1),
                    MonthDay.of(7, 4),
                    MonthDay.of(12, 24),
                    MonthDay.of(12, 25),
                    MonthDay.of(12, 26));

    /// Percent of somebody's usage by product, in the order of [DayUsage#PRODUCTS].
    private static final List<List<Integer>> MIXES =
            List.of(
                    List.of(70, 15, 5, 10),
                    List.of(20, 60, 10, 10),
                    List.of(10, 20, 60, 10),
                    List.of(100, 0, 0, 0),
                    List.of(0, 90, 10, 0),
                    List.of(40, 20, 20, 20));

    private static final List<Integer> CLOUD_ONLY = List.of(90, 0, 0, 10);

    /// @param presence percent of those who come on a full working day
    /// @param growth percent of somebody's usual amount
    private record Workday(LocalDate date, int presence, long growth) {}

    private final long seed;
    private final Instant asOf;
    private final Sizes sizes;
    private final List<Days> cycles;
    private final LocalDate contractChange;
    private final LocalDate firstDay;
    private final long span;
    private final List<Workday> calendar;

    private final List<Organization> organizations = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();
    private final List<ServiceUser> serviceUsers = new ArrayList<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private final UsageBook book = new UsageBook();

    Generator(long seed, Instant asOf, Sizes sizes) {
        this.seed = seed;
        this.asOf = asOf;
        this.sizes = sizes;
        var today = Days.dayOf(asOf);
        this.cycles = cyclesUntil(today, sizes.cycles());
        this.contractChange = cycles.get(cycles.size() / 3).from();
        this.firstDay = cycles.getFirst().from();
        var settled = cycles.size() == 1 ? today : cycles.getLast().from();
        this.span = ChronoUnit.DAYS.between(firstDay, settled);
        this.calendar =
                firstDay.datesUntil(today.plusDays(1))
                        .map(day -> new Workday(day, presence(day), growth(firstDay, span, day)))
                        .toList();
    }

    DevinEnterprise enterprise() {
        for (int index = 0; index < sizes.organizations(); index++) {
            organizations.add(organization(index));
        }
        for (int index = 0; index < sizes.people(); index++) {
            addMember(index);
        }
        for (int index = 0; index <= sizes.people() / 100; index++) {
            addNeverListed(index);
        }
        for (int index = 0; index < sizes.serviceUsers(); index++) {
            addServiceUser(index);
        }
        addUsageOfNobody();
        var history = new Days(firstDay, cycles.getLast().until());
        return new DevinEnterprise(
                asOf,
                cycles,
                contractChange,
                organizations,
                people,
                serviceUsers,
                standings,
                book,
                new SessionGenerator(seed, asOf).book(book.truth(history)),
                limits());
    }

    private static List<Days> cyclesUntil(LocalDate today, int count) {
        var current = Days.cycleContaining(today);
        var cycles = new ArrayList<Days>();
        for (int ago = count - 1; ago >= 0; ago--) {
            cycles.add(Days.cycleContaining(current.from().minusMonths(ago)));
        }
        return cycles;
    }

    private Organization organization(int index) {
        var name = TEAMS.get(index % TEAMS.size());
        var number = index / TEAMS.size();
        return new Organization(
                "org-" + hex(random("organization", index), 16),
                number == 0 ? name : name + " " + (number + 1),
                Days.startOf(firstDay).minus(Duration.ofDays(90L - index % 60)));
    }

    private void addMember(int index) {
        var random = random("person", index);
        boolean leaves = index % 8 == 5;
        boolean isPurged = index % 40 == 13;
        boolean joins = index % 10 == 4;
        boolean moves = index % 12 == 7;
        boolean isInTwo = index % 15 == 9;
        boolean isNameless = index % 60 == 17;

        var name = nameOf(index);
        var id = idOf(index, name, random);
        var joined = joins ? dayAt(10 + random.nextInt(70)) : firstDay;
        var end = leaves ? dayAt(35 + random.nextInt(55)) : null;
        var home = random.nextInt(1 + random.nextInt(organizations.size()));
        var next = (home + 1) % organizations.size();
        var postings = new TreeMap<LocalDate, List<String>>();
        postings.put(joined, isInTwo && next != home ? idsOf(home, next) : idsOf(home));
        if (moves) {
            postings.put(dayAt(30 + random.nextInt(40)), idsOf(next));
        }
        var rate = rate(random, leaves);
        var mix = MIXES.get(random.nextInt(MIXES.size()));
        addUsage(id, random, rate, 35 + random.nextInt(60), mix, postings, end);

        var standing = isPurged ? Standing.PURGED : leaves ? Standing.FORMER : Standing.MEMBER;
        standings.put(id, standing);
        people.add(
                new Person(
                        id,
                        isNameless ? null : dotted(name) + "@example.com",
                        isNameless ? null : name,
                        joined,
                        leaves ? List.of() : postings.lastEntry().getValue()));
    }

    private void addNeverListed(int index) {
        var random = random("never listed", index);
        var id = "email|" + hex(random, 12);
        var home = idsOf(random.nextInt(organizations.size()));
        addUsage(id, random, 120, 30, CLOUD_ONLY, new TreeMap<>(Map.of(firstDay, home)), null);
        standings.put(id, Standing.PURGED);
        people.add(new Person(id, null, null, firstDay, home));
    }

    private void addServiceUser(int index) {
        var random = random("service user", index);
        var id = "service-user-" + hex(random, 12);
        var home = idsOf(index % organizations.size());
        var deleted = index % 8 == 6 ? dayAt(60) : null;
        var rate = 150 + random.nextInt(1200);
        addUsage(id, random, rate, 90, CLOUD_ONLY, new TreeMap<>(Map.of(firstDay, home)), deleted);
        standings.put(id, Standing.MEMBER);
        var number = index / BOTS.size();
        var name = BOTS.get(index % BOTS.size()) + (number == 0 ? "" : "-" + (number + 1));
        serviceUsers.add(new ServiceUser(id, name, home.getFirst(), deleted));
    }

    private void addUsageOfNobody() {
        var random = random("nobody", 0);
        for (var workday : calendar) {
            var product = random.nextBoolean() ? "cascade" : "terminal";
            var quantity = acus(5L + random.nextInt(300));
            if (random.nextInt(100) < 12) {
                book.add(workday.date, null, null, DayUsage.of(product, quantity));
            }
        }
    }

    private AcuLimits limits() {
        var cloud = new HashMap<String, Integer>();
        var local = new HashMap<String, Integer>();
        for (int index = 0; index < organizations.size(); index++) {
            cloud.put(organizations.get(index).id(), 2_000 * (index + 1));
            if (index % 2 == 0) {
                local.put(organizations.get(index).id(), 500 * (index + 1));
            }
        }
        var users = new HashMap<String, Integer>();
        for (int index = 3; index < people.size(); index += 10) {
            users.put(people.get(index).id(), 50 * (1 + index % 7));
        }
        return new AcuLimits(50_000, cloud, local, users, 1_000);
    }

    private void addUsage(
            String user,
            Random random,
            int rate,
            int attendance,
            List<Integer> mix,
            NavigableMap<LocalDate, List<String>> postings,
            @Nullable LocalDate end) {
        for (var workday : calendar) {
            var day = workday.date;
            if (rate == 0 || (end != null && !day.isBefore(end))) {
                return;
            }
            var posting = postings.floorEntry(day);
            if (posting == null || random.nextInt(100) >= attendance * workday.presence / 100) {
                continue;
            }
            long amount = rate * (40L + random.nextInt(140)) * workday.growth / 10_000;
            addUsage(day, user, posting.getValue(), amount, mix);
        }
    }

    /// Local agents are tied to the first organization, and to none before the contract changed.
    /// The rest is shared with the second one.
    private void addUsage(
            LocalDate day, String user, List<String> homes, long amount, List<Integer> mix) {
        long devin = amount * mix.get(0) / 100;
        long review = amount * mix.get(3) / 100;
        long devinElsewhere = homes.size() > 1 ? devin / 3 : 0;
        long reviewElsewhere = homes.size() > 1 ? review / 3 : 0;
        var local =
                new DayUsage(
                        BigDecimal.ZERO,
                        acus(amount * mix.get(1) / 100),
                        acus(amount * mix.get(2) / 100),
                        BigDecimal.ZERO);

        book.add(day, user, day.isBefore(contractChange) ? null : homes.getFirst(), local);
        book.add(
                day,
                user,
                homes.getFirst(),
                cloud(devin - devinElsewhere, review - reviewElsewhere));
        book.add(day, user, homes.getLast(), cloud(devinElsewhere, reviewElsewhere));
    }

    private static DayUsage cloud(long devin, long review) {
        return new DayUsage(acus(devin), BigDecimal.ZERO, BigDecimal.ZERO, acus(review));
    }

    private static BigDecimal acus(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2);
    }

    /// Hundredths of an ACU on a full working day: many light users, a few heavy ones, and some
    /// without any usage.
    private static int rate(Random random, boolean neverIdle) {
        int rank = random.nextInt(100);
        int variation = random.nextInt(100);
        if (rank < 15 && !neverIdle) {
            return 0;
        }
        if (rank < 60) {
            return 20 + variation;
        }
        if (rank < 90) {
            return 200 + 6 * variation;
        }
        return 1200 + 60 * variation;
    }

    /// Percent of those who would be at work on a full working day.
    private static int presence(LocalDate day) {
        if (HOLIDAYS.contains(MonthDay.from(day))) {
            return 4;
        }
        return switch (day.getDayOfWeek()) {
            case MONDAY -> 95;
            case TUESDAY, WEDNESDAY, THURSDAY -> 100;
            case FRIDAY -> 80;
            case SATURDAY -> 15;
            case SUNDAY -> 10;
        };
    }

    /// Percent: threefold from the first day to the present cycle.
    private static long growth(LocalDate firstDay, long span, LocalDate day) {
        return 50 + 100 * ChronoUnit.DAYS.between(firstDay, day) / Math.max(1, span);
    }

    private LocalDate dayAt(int percent) {
        return firstDay.plusDays(span * percent / 100);
    }

    private List<String> idsOf(int... indexes) {
        var ids = new ArrayList<String>();
        for (int index : indexes) {
            ids.add(organizations.get(index).id());
        }
        return ids;
    }

    private static String nameOf(int index) {
        var name =
                FIRST_NAMES.get(index % FIRST_NAMES.size())
                        + " "
                        + LAST_NAMES.get(index % LAST_NAMES.size());
        return index < DISTINCT_NAMES ? name : name + " " + (index / DISTINCT_NAMES + 1);
    }

    private static String idOf(int index, String name, Random random) {
        return switch (index % 4) {
            case 0 -> "okta|Acme|" + dotted(name);
            case 1 -> "google-oauth2|" + (100_000_000_000L + random.nextInt(Integer.MAX_VALUE));
            case 2 -> "samlp|Acme/EU|" + dotted(name) + "+dev";
            default -> "email|" + hex(random, 12);
        };
    }

    private static String dotted(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.');
    }

    private static String hex(Random random, int bytes) {
        var buffer = new byte[bytes];
        random.nextBytes(buffer);
        return HexFormat.of().formatHex(buffer);
    }

    private Random random(String kind, int index) {
        return new Random(
                (seed * 1_000_003 + kind.hashCode()) * 1_000_003 + index * 0x9E3779B97F4A7C15L);
    }
}
