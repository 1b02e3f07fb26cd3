package dev.tallyport.simulator.codemie;

import dev.tallyport.simulator.devin.DevinEnterprise;
import dev.tallyport.simulator.devin.Person;
import dev.tallyport.simulator.devin.Standing;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes up one company. Everybody has a random sequence of their own, read day by day, so that a
/// later end only adds usage.
final class Generator {

    private static final List<String> PROJECTS =
            List.of(
                    "payments-web",
                    "platform-core",
                    "mobile-bank",
                    "data-lake",
                    "research-lab",
                    "support-desk");
    private static final List<String> ASSISTANTS =
            List.of(
                    "Code Reviewer",
                    "Release Notes",
                    "SQL Explainer",
                    "Test Writer",
                    "Onboarding Guide",
                    "Incident Scribe",
                    "Translator");
    private static final List<String> WORKFLOWS =
            List.of("Nightly triage", "Migration plan", "Spec to tests", "Dependency watch");
    private static final List<String> REPOSITORIES =
            List.of("billing", "ledger", "gateway", "console", "etl-jobs");
    private static final List<Model> MODELS =
            List.of(
                    new Model("claude-sonnet-4", 100),
                    new Model("gpt-5-mini", 30),
                    new Model("claude-opus-4", 500),
                    new Model("gemini-3-pro", 80));
    private static final Model UNPRICED = new Model("in-house-preview", 0);
    private static final String PREMIUM = "claude-opus-4";

    /// @param price in percent of the usual one
    private record Model(String name, int price) {}

    /// Somebody at work on one day.
    private record Shift(Account who, Random random, LocalDate day, String project) {

        Instant at(int hour) {
            return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
        }
    }

    private final long seed;
    private final Instant asOf;
    private final DevinEnterprise enterprise;
    private final LocalDate firstDay;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Usage> usage = new ArrayList<>();

    Generator(long seed, Instant asOf, DevinEnterprise enterprise) {
        this.seed = seed;
        this.asOf = asOf;
        this.enterprise = enterprise;
        this.firstDay = enterprise.history().from();
    }

    CodeMieCompany company() {
        var people = enterprise.people();
        for (int index = 0; index < people.size(); index++) {
            var person = people.get(index);
            if (index % 5 != 4 && person.email() != null) {
                addPerson(index, person, person.email());
            }
        }
        for (int index = 0; index <= people.size() / 10; index++) {
            addOutsider(index);
        }
        addSystem();
        return new CodeMieCompany(asOf, firstDay, accounts, PROJECTS, usage);
    }

    private void addPerson(int index, Person person, String email) {
        boolean isActive = enterprise.standing(person.id()) == Standing.MEMBER;
        add(index, random("person", index), email, "" + person.name(), isActive);
    }

    /// Somebody who has an account here alone.
    private void addOutsider(int index) {
        var name = "Contractor " + (index + 1);
        var email = "contractor." + (index + 1) + "@partner.example";
        add(index + 2, random("outsider", index), email, name, true);
    }

    private void add(int index, Random random, String email, String name, boolean isActive) {
        var home = random.nextInt(PROJECTS.size());
        var projects = new ArrayList<>(List.of(PROJECTS.get(home)));
        if (index % 3 == 0) {
            projects.add(PROJECTS.get((home + 1) % PROJECTS.size()));
        }
        if (index % 6 == 1) {
            projects.add(email);
        }
        var account =
                new Account(
                        new UUID(
                                        (random.nextLong() & ~0xF000L) | 0x4000L,
                                        (random.nextLong() >>> 2) | Long.MIN_VALUE)
                                .toString(),
                        email,
                        name,
                        projects,
                        isActive,
                        index % 13 != 12,
                        index % 7 == 3);
        accounts.add(account);
        addUsage(account, index % 2 == 0, 40 + random.nextInt(55), random);
    }

    private void addUsage(Account account, boolean usesCli, int attendance, Random random) {
        var settled = ChronoUnit.DAYS.between(firstDay, enterprise.currentCycle().from());
        var today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        var end = account.isActive() ? today.plusDays(1) : firstDay.plusDays(settled * 2 / 3);
        for (var day = firstDay; day.isBefore(end); day = day.plusDays(1)) {
            if (random.nextInt(100) < attendance * presence(day) / 100) {
                var projects = account.projects();
                var project = projects.get(random.nextInt(projects.size()));
                addDay(new Shift(account, random, day, project), usesCli);
            }
        }
    }

    private void addDay(Shift shift, boolean usesCli) {
        var random = shift.random();
        if (random.nextInt(100) < 70) {
            int chats = 1 + random.nextInt(3);
            int messages = chats * (1 + random.nextInt(8));
            var work = Work.chats(chats, messages, random.nextInt(10) == 0 ? 1 : 0);
            var name = ASSISTANTS.get(random.nextInt(ASSISTANTS.size()));
            add(shift, hour(random), "", Activity.ASSISTANT, name, work);
        }
        if (random.nextInt(100) < 25) {
            int runs = 1 + random.nextInt(3);
            var work = Work.executions(runs, random.nextInt(6) == 0 ? 1 : 0);
            var name = WORKFLOWS.get(random.nextInt(WORKFLOWS.size()));
            add(shift, hour(random), "", Activity.WORKFLOW, name, work);
        }
        if (random.nextInt(100) < 10) {
            add(shift, hour(random), "", Activity.GENERATOR, "prompt", Work.requests(1));
        }
        if (usesCli && random.nextInt(100) < 60) {
            var work =
                    Work.sessions(1 + random.nextInt(4), random.nextInt(900), random.nextInt(300));
            var name = REPOSITORIES.get(random.nextInt(REPOSITORIES.size()));
            boolean isLate = random.nextInt(12) == 0;
            add(shift, isLate ? 23 : hour(random), "_codemie_cli", Activity.CLI, name, work);
        }
    }

    /// The nightly work of nobody.
    private void addSystem() {
        var random = random("system", 0);
        var system = new Account("-", "-", "-", List.of(), false, true, false);
        for (var day = firstDay;
                !day.isAfter(LocalDate.ofInstant(asOf, ZoneOffset.UTC));
                day = day.plusDays(1)) {
            if (random.nextInt(3) == 0) {
                var project = PROJECTS.get(random.nextInt(PROJECTS.size()));
                var shift = new Shift(system, random, day, project);
                add(shift, 2, "", Activity.DATASOURCE, "docs", Work.requests(4));
            }
        }
    }

    /// What is shipped on the next day is seldom, but not never.
    private void add(
            Shift shift, int hour, String suffix, Activity activity, String name, Work work) {
        var random = shift.random();
        var model = random.nextInt(60) == 0 ? UNPRICED : MODELS.get(random.nextInt(MODELS.size()));
        var tokens =
                new Tokens(
                        20L * (50 + random.nextInt(900)),
                        20L * random.nextInt(2000),
                        20L * random.nextInt(300),
                        20L * (10 + random.nextInt(150)));
        var customer =
                model.name().equals(PREMIUM) && activity != Activity.DATASOURCE
                        ? "_codemie_premium_models"
                        : suffix;
        boolean isSuffixShown = random.nextInt(3) == 0;
        boolean hasNoProject = activity == Activity.GENERATOR && random.nextInt(2) == 0;
        boolean isDashed = hasNoProject && random.nextBoolean();
        var time = shift.at(hour);
        var shipped = hour == 23 ? time.plus(Duration.ofMinutes(75)) : time.plusSeconds(20);
        if (!shipped.isAfter(asOf)) {
            usage.add(
                    new Usage(
                            time,
                            shipped,
                            shift.who().id(),
                            isSuffixShown ? customer : "",
                            hasNoProject ? (isDashed ? "-" : null) : shift.project(),
                            activity,
                            name,
                            model.name(),
                            costOf(tokens, model),
                            tokens,
                            work));
        }
    }

    /// In whole millionths of a dollar.
    private static @Nullable BigDecimal costOf(Tokens tokens, Model model) {
        if (model.price() == 0) {
            return null;
        }
        long millionths =
                (tokens.input() * 300
                                + tokens.cached() * 30
                                + tokens.cacheCreation() * 375
                                + tokens.output() * 1500)
                        * model.price()
                        / 10_000;
        return BigDecimal.valueOf(millionths, 6);
    }

    private static int hour(Random random) {
        return 7 + random.nextInt(12);
    }

    /// Percent of those who would be at work on a full working day.
    private static int presence(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? 12
                : 100;
    }

    private Random random(String kind, int index) {
        return new Random(
                (seed * 1_000_003 + kind.hashCode()) * 1_000_003 + index * 0x9E3779B97F4A7C15L);
    }
}
