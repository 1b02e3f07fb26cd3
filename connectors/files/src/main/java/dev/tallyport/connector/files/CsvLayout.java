package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.connector.spi.Note;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A table of our own, for everything that no other connector reads: one figure of one day in each
/// row, its meter named by the row. Meters are fixed, so that figures of two sources compare.
record CsvLayout() implements Layout {

    private static final String DAY = "day";
    private static final String METER = "meter";
    private static final String QUANTITY = "quantity";
    private static final String UNIT = "unit";
    private static final String USER = "user";
    private static final String USER_NAME = "user_name";
    private static final String USER_EMAIL = "user_email";
    private static final String ORGANIZATION = "organization";
    private static final String ORGANIZATION_NAME = "organization_name";
    private static final String PRODUCT = "product";
    private static final String MODEL = "model";
    private static final String ACTIVITY = "activity";
    private static final String ID = "id";

    private static final Set<String> REQUIRED = Set.of(DAY, METER, QUANTITY);
    private static final Set<String> COLUMNS =
            Set.of(
                    DAY,
                    METER,
                    QUANTITY,
                    UNIT,
                    USER,
                    USER_NAME,
                    USER_EMAIL,
                    ORGANIZATION,
                    ORGANIZATION_NAME,
                    PRODUCT,
                    MODEL,
                    ACTIVITY,
                    ID);

    /// Names of people and organizations may change without the usage being another.
    private static final Set<String> NOT_IDENTIFYING =
            Set.of(QUANTITY, USER_NAME, ORGANIZATION_NAME);

    static final List<Cut> CUTS =
            List.of(
                    cut("acus", "ACU"),
                    cut("input-tokens", "tokens"),
                    cut("cache-read-tokens", "tokens"),
                    cut("cache-write-tokens", "tokens"),
                    cut("output-tokens", "tokens"),
                    cut("requests", "requests"),
                    cut("sessions", "sessions"),
                    money("billed-cost", MoneyKind.BILLED),
                    money("effective-cost", MoneyKind.EFFECTIVE),
                    money("contracted-cost", MoneyKind.CONTRACTED),
                    money("list-cost", MoneyKind.LIST),
                    money("notional-cost", MoneyKind.NOTIONAL));

    private static final Map<String, Cut> BY_METER =
            CUTS.stream().collect(Collectors.toUnmodifiableMap(Cut::meter, cut -> cut));
    private static final String METERS =
            CUTS.stream().map(Cut::meter).collect(Collectors.joining(", "));
    private static final int MOST_COLUMNS_TOLD = 10;

    private static Cut cut(String meter, String unit) {
        return Cut.of(meter, meter, unit, EnumSet.allOf(Dimension.class));
    }

    private static Cut money(String meter, MoneyKind kind) {
        return cut(meter, "facts").withUnitOfFacts().withMoney(kind);
    }

    @Override
    public String version() {
        return "csv-1";
    }

    @Override
    public List<Cut> cuts() {
        return CUTS;
    }

    @Override
    public Set<String> required() {
        return REQUIRED;
    }

    @Override
    public Set<String> columns() {
        return COLUMNS;
    }

    @Override
    public boolean identifies(String column) {
        var name = Header.folded(column);
        return COLUMNS.contains(name) && !NOT_IDENTIFYING.contains(name);
    }

    @Override
    public Optional<Note> remarkOn(Header header) {
        var others = header.others(COLUMNS);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var told =
                others.stream()
                        .limit(MOST_COLUMNS_TOLD)
                        .map(Unreadable::quoted)
                        .collect(Collectors.joining(", "));
        return Optional.of(
                new Note(
                        "columns",
                        "columns that are not read: "
                                + told
                                + (others.size() > MOST_COLUMNS_TOLD ? ", …" : "")));
    }

    @Override
    public Instant startOf(Row row) {
        return row.moment(DAY, Moments::iso).truncatedTo(ChronoUnit.DAYS);
    }

    @Override
    public Statement statementOf(Row row, Instant start) {
        var cut = cutOf(row);
        var user = Values.id(row, USER).or(() -> Values.id(row, USER_EMAIL));
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        user.ifPresent(id -> dimensions.put(Dimension.USER, id));
        Values.id(row, ORGANIZATION).ifPresent(id -> dimensions.put(Dimension.ORGANIZATION, id));
        Values.id(row, PRODUCT).ifPresent(id -> dimensions.put(Dimension.PRODUCT, id));
        Values.id(row, MODEL).ifPresent(id -> dimensions.put(Dimension.MODEL, id));
        Values.id(row, ACTIVITY).ifPresent(id -> dimensions.put(Dimension.ACTIVITY, id));
        var figures = new Figures();
        figures.read(cut.id(), () -> Optional.of(figureOf(row, cut)));
        return new Statement(
                start,
                start.plus(Duration.ofDays(1)),
                dimensions,
                figures.read(),
                figures.flaws(),
                directoryOf(row, dimensions),
                List.of());
    }

    private static Cut cutOf(Row row) {
        var expected = "one of " + METERS;
        var meter = row.text(METER).orElseThrow(() -> Unreadable.nothing(METER, expected));
        var cut = BY_METER.get(meter.toLowerCase(Locale.ROOT));
        if (cut == null) {
            throw Unreadable.cell(METER, expected, meter);
        }
        return cut;
    }

    private static Figure figureOf(Row row, Cut cut) {
        var quantity =
                row.number(QUANTITY).orElseThrow(() -> Unreadable.nothing(QUANTITY, "a number"));
        if (cut.money().isPresent()) {
            return new Figure(cut.id(), quantity, Optional.of(Values.currency(row, UNIT)));
        }
        var unit = cut.unit().orElseThrow();
        var stated = row.text(UNIT);
        if (stated.isPresent() && !stated.get().equalsIgnoreCase(unit)) {
            throw Unreadable.cell(UNIT, unit + " or nothing", stated.get());
        }
        return new Figure(cut.id(), quantity, Optional.empty());
    }

    private static List<DirectoryEntry> directoryOf(Row row, Map<Dimension, String> dimensions) {
        var directory = new ArrayList<DirectoryEntry>();
        var user = dimensions.get(Dimension.USER);
        var name = row.text(USER_NAME);
        var address = row.text(USER_EMAIL);
        if (user != null && (name.isPresent() || address.isPresent())) {
            directory.add(DirectoryEntry.Person.named(user, name, address));
        }
        var organization = dimensions.get(Dimension.ORGANIZATION);
        var organizationName = row.text(ORGANIZATION_NAME);
        if (organization != null && organizationName.isPresent()) {
            directory.add(new DirectoryEntry.Organization(organization, organizationName));
        }
        return directory;
    }
}
