package dev.tallyport.connector.files;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Grain;
import dev.tallyport.connector.spi.MoneyKind;
import dev.tallyport.connector.spi.Note;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A charge of [FOCUS](https://focus.finops.org/focus-specification/v1-2/) 1.0 to 1.2. Each of its
/// columns of amounts is a cut of its own to which every row belongs that fills it in, whatever its
/// category: purchases, credits, taxes and corrections are part of what a column adds up to. One
/// column is our own, of estimates that nobody pays, for which FOCUS has none.
///
/// @param userTag the tag that names who used it
/// @param modelTag the tag that names the model
record FocusLayout(String userTag, String modelTag) implements Layout {

    static final Setting USER_TAG =
            Setting.optional(
                    "user-tag",
                    Setting.Type.TEXT,
                    "user",
                    "The key in Tags that names who used it, as it is written there.");
    static final Setting MODEL_TAG =
            Setting.optional(
                    "model-tag",
                    Setting.Type.TEXT,
                    "model",
                    "The key in Tags that names the language model, as it is written there.");

    /// A column of money, in the currency of BillingCurrency.
    private record Money(String cut, String column, MoneyKind kind) {}

    private static final List<Money> MONEY =
            List.of(
                    new Money("billed-cost", "BilledCost", MoneyKind.BILLED),
                    new Money("effective-cost", "EffectiveCost", MoneyKind.EFFECTIVE),
                    new Money("contracted-cost", "ContractedCost", MoneyKind.CONTRACTED),
                    new Money("list-cost", "ListCost", MoneyKind.LIST),
                    new Money("notional-cost", "x_NotionalCost", MoneyKind.NOTIONAL));
    private static final String CONSUMED = "consumed-quantity";
    private static final String VIRTUAL = "virtual-currency";

    private static final String START = "ChargePeriodStart";
    private static final String END = "ChargePeriodEnd";
    private static final String CURRENCY = "BillingCurrency";
    private static final String QUANTITY = "ConsumedQuantity";
    private static final String UNIT = "ConsumedUnit";
    private static final String PRICING_CURRENCY = "PricingCurrency";
    private static final String PRICING_COST = "PricingCurrencyEffectiveCost";
    private static final String ORGANIZATION = "SubAccountId";
    private static final String ORGANIZATION_NAME = "SubAccountName";
    private static final String PRODUCT = "ServiceName";
    private static final String ACTIVITY = "ResourceId";
    private static final String TAGS = "Tags";

    private static final Set<String> REQUIRED = Set.of(START, END, CURRENCY, "BilledCost");
    private static final Set<String> COLUMNS =
            Set.of(
                    START,
                    END,
                    CURRENCY,
                    "BilledCost",
                    "EffectiveCost",
                    "ContractedCost",
                    "ListCost",
                    "x_NotionalCost",
                    QUANTITY,
                    UNIT,
                    PRICING_CURRENCY,
                    PRICING_COST,
                    ORGANIZATION,
                    ORGANIZATION_NAME,
                    PRODUCT,
                    ACTIVITY,
                    TAGS);
    private static final List<String> ENDINGS_OF_AMOUNTS = List.of("cost", "price", "quantity");

    private static final Note UNREADABLE_TAGS =
            new Note(
                    "tags",
                    "Tags are no JSON object with text in it: such rows count, with neither user"
                            + " nor model");

    static final List<Cut> CUTS =
            Stream.concat(
                            MONEY.stream().map(money -> cut(money.cut()).withMoney(money.kind())),
                            Stream.of(cut(CONSUMED), cut(VIRTUAL)))
                    .toList();

    /// A charge may be of an hour, a month or a year; nothing finer is known.
    private static Cut cut(String id) {
        return Cut.of(id, id, "facts", EnumSet.allOf(Dimension.class))
                .withUnitOfFacts()
                .withGrain(Grain.EVENT);
    }

    static FocusLayout of(Settings settings) {
        return new FocusLayout(settings.value(USER_TAG), settings.value(MODEL_TAG));
    }

    @Override
    public String version() {
        return new Fingerprint().add("focus-2").add(userTag).add(modelTag).hex();
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
        return ENDINGS_OF_AMOUNTS.stream().noneMatch(Header.folded(column)::endsWith);
    }

    /// Exports have many columns; that some of them are not read is no news.
    @Override
    public Optional<Note> remarkOn(Header header) {
        return Optional.empty();
    }

    @Override
    public Instant startOf(Row row) {
        return row.moment(START, Moments::isoOrMonthFirst);
    }

    @Override
    public Statement statementOf(Row row, Instant start) {
        var end = row.moment(END, Moments::isoOrMonthFirst);
        if (!start.isBefore(end)) {
            throw new Unreadable(
                    "%s: expected a moment after %s, found none".formatted(END, START));
        }
        var remarks = new ArrayList<Note>();
        var tags = tagsOf(row, remarks);
        var dimensions = new EnumMap<Dimension, String>(Dimension.class);
        Values.id(row, ORGANIZATION).ifPresent(id -> dimensions.put(Dimension.ORGANIZATION, id));
        Values.id(row, PRODUCT).ifPresent(id -> dimensions.put(Dimension.PRODUCT, id));
        Values.id(row, ACTIVITY).ifPresent(id -> dimensions.put(Dimension.ACTIVITY, id));
        tags.user().ifPresent(user -> dimensions.put(Dimension.USER, Values.shortened(user)));
        tags.model().ifPresent(model -> dimensions.put(Dimension.MODEL, Values.shortened(model)));
        var figures = figuresOf(row);
        return new Statement(
                start,
                end,
                dimensions,
                figures.read(),
                figures.flaws(),
                directoryOf(row, dimensions, tags.user()),
                remarks);
    }

    private static Figures figuresOf(Row row) {
        var figures = new Figures();
        for (var money : MONEY) {
            figures.read(
                    money.cut(),
                    () -> figure(row, money.cut(), money.column(), Values::currency, CURRENCY));
        }
        figures.read(CONSUMED, () -> figure(row, CONSUMED, QUANTITY, Values::unit, UNIT));
        figures.read(
                VIRTUAL,
                () ->
                        row.text(PRICING_CURRENCY)
                                .filter(currency -> !Values.isCurrency(currency))
                                .flatMap(_ ->
                                        figure(
                                                row,
                                                VIRTUAL,
                                                PRICING_COST,
                                                Values::unit,
                                                PRICING_CURRENCY)));
        return figures;
    }

    /// Reads the unit of a cell.
    private interface UnitOf {

        String read(Row row, String column);
    }

    private static Optional<Figure> figure(
            Row row, String cut, String column, UnitOf unit, String unitColumn) {
        return row.number(column)
                .map(quantity ->
                        new Figure(cut, quantity, Optional.of(unit.read(row, unitColumn))));
    }

    private record Tags(Optional<String> user, Optional<String> model) {

        private static final Tags NONE = new Tags(Optional.empty(), Optional.empty());
    }

    private Tags tagsOf(Row row, List<Note> remarks) {
        try {
            return row.text(TAGS)
                    .map(JsonValue::parse)
                    .map(tags -> new Tags(tag(tags, userTag), tag(tags, modelTag)))
                    .orElse(Tags.NONE);
        } catch (MalformedMember | Unreadable _) {
            remarks.add(UNREADABLE_TAGS);
            return Tags.NONE;
        }
    }

    private static Optional<String> tag(JsonValue tags, String key) {
        return tags.optionalText(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static List<DirectoryEntry> directoryOf(
            Row row, Map<Dimension, String> dimensions, Optional<String> user) {
        var directory = new ArrayList<DirectoryEntry>();
        var organization = dimensions.get(Dimension.ORGANIZATION);
        var name = row.text(ORGANIZATION_NAME);
        if (organization != null && name.isPresent()) {
            directory.add(new DirectoryEntry.Organization(organization, name));
        }
        user.filter(FocusLayout::isAddress)
                .map(address ->
                        DirectoryEntry.Person.named(
                                Values.shortened(address), Optional.empty(), Optional.of(address)))
                .ifPresent(directory::add);
        return directory;
    }

    private static boolean isAddress(String user) {
        return user.matches("[^@\\s]{1,64}@[^@\\s]{1,190}");
    }
}
