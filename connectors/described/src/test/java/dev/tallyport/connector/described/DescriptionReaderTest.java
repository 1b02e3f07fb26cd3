package dev.tallyport.connector.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tallyport.connector.described.yaml.Problem;
import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.Cut;
import dev.tallyport.connector.spi.Dimension;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DescriptionReaderTest {

    private static List<String> problems(String yaml) {
        return switch (Shop.parsed(yaml)) {
            case Parsed.Valid _ -> List.of();
            case Parsed.Invalid(var problems) -> problems.stream().map(Problem::toString).toList();
        };
    }

    @Test
    void aDescriptionBecomesAConnectorDescriptor() {
        var descriptor = Shop.described(Shop.YAML).descriptor();

        assertThat(descriptor.id()).isEqualTo("shop");
        assertThat(descriptor.cuts())
                .containsExactly(Cut.of("sold", "sold", "piece", Set.of(Dimension.USER)));
        assertThat(descriptor.capabilities())
                .containsExactlyInAnyOrder(Capability.BACKFILL, Capability.RETRACTION);
        assertThat(descriptor.settings())
                .extracting(setting -> setting.key())
                .containsExactly("base-url", "key", "region", "request-timeout");
        assertThat(descriptor.settings())
                .extracting(setting -> setting.required())
                .containsExactly(true, true, false, false);
    }

    @Test
    void everythingWrongIsToldAtOnceInTheOrderOfLines() {
        var yaml =
                Shop.YAML
                        .replace("name: Shop", "nmae: Shop")
                        .replace("authentication: {bearer: key}", "authentication: {bearer: kee}")
                        .replace("history: P5D", "history: five days")
                        .replace("days: 2", "days: many")
                        .replace("{sold: count}", "{soled: count}");

        assertThat(problems(yaml))
                .containsExactly(
                        "shop.yaml:1: name: expected text, found nothing",
                        "shop.yaml:3: nmae: expected one of format, id, name, settings, base-url,"
                                + " authentication, calendar, history, token-figures, cuts,"
                                + " requests, checks, found 'nmae'; did you mean 'name'?",
                        "shop.yaml:9: authentication.bearer: expected one of key, found 'kee'; did"
                                + " you mean 'key'?",
                        "shop.yaml:11: history: expected whole days, weeks, months or years such"
                                + " as P90D, found 'five days'",
                        "shop.yaml:13: cuts.sold: expected that a request fills this cut, found"
                                + " none",
                        "shop.yaml:22: requests.sales.window.days: expected a whole number from 1"
                                + " to 366, found 'many'",
                        "shop.yaml:23: requests.sales.records: expected records that fill a cut,"
                                + " found none",
                        "shop.yaml:27: requests.sales.records[0].quantities.soled: expected one of"
                                + " sold, found 'soled'; did you mean 'sold'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    format: 1              | format: 2                | format: expected one of 1, found '2'
                    id: shop               | id: Shop!                | id: expected lower-case letters, digits and dashes, found 'Shop!'
                    id: shop               | id: shop\\nid: shop      | id: expected it once, found it on line 2 as well
                    type: url              | type: uri                | settings.base-url.type: expected one of
                    description: The key.  | optional: true           | settings.key.description: expected text, found nothing
                    secret: true           | secret: yes              | settings.key.secret: expected true or false, found 'yes'
                    base-url: base-url     | base-url: region         | base-url: expected one of base-url, found 'region'
                    bearer: key            | bearer: region           | authentication.bearer: expected one of key, found 'region'
                    {bearer: key}          | {}                       | authentication: expected exactly one of bearer, basic, header, oauth-client-credentials, found none
                    {bearer: key}          | {header: {name: 'a b', value: key}} | authentication.header.name: expected the name of a header such as x-api-key, found 'a b'
                    settles-after: PT24H   | settles-after: PT1M      | calendar.settles-after: expected at least the lag
                    lag: PT1H              | lag: PT1H, zone: Mars    | calendar.zone: expected a time zone
                    history: P5D           | history: P0D             | history: expected whole days
                    unit: piece            | unit: piece, money: billed | cuts.sold.unit: expected a currency of ISO 4217 such as USD, found 'piece'
                    dimensions: [user]     | dimensions: [usr]        | cuts.sold.dimensions[0]: expected one of user, organization, product, model, activity, found 'usr'; did you mean 'user'?
                    path: /sales           | path: /a/../b            | requests.sales.path: expected a path such as
                    {setting: region}      | {setting: key}           | requests.sales.query.region.setting: expected one of base-url, region, request-timeout, found 'key'
                    ends: exclusive        | ends: never              | requests.sales.window.ends: expected one of
                    ends: exclusive        | ends: exclusive\\n      until-now: true | requests.sales.window.until-now: expected `ends: inclusive` or another form of the end
                    days: 2                | days: 367                | requests.sales.window.days: expected a whole number from 1 to 366, found '367'
                    items: sales[]         | items: sales             | requests.sales.records[0].items: expected a path of members
                    member: day            | member: ../../day        | requests.sales.records[0].time.member: expected a path of members
                    user: who?             | user: who?, model: m     | requests.sales.records[0].quantities.sold: expected records with the dimensions of the cut, user, found user, model
                    sold: count            | sold: count -            | requests.sales.records[0].quantities.sold: expected members joined by + and -
                    """)
    void whatIsWrongIsNamedWithWhatWasExpectedAndFound(String right, String wrong, String problem) {
        var yaml = Shop.YAML.replaceFirst(Pattern.quote(right), wrong.replace("\\n", "\n"));

        assertThat(problems(yaml)).anySatisfy(line -> assertThat(line).contains(": " + problem));
    }

    @Test
    void aTotalIsFilledByTheRequestOfItsParts() {
        var other = Shop.YAML.substring(Shop.YAML.indexOf("  sales:"));
        var yaml =
                Shop.YAML.replace(
                                "requests:",
                                "  all-sold: {total-of: sold, dimensions: []}\nrequests:")
                        + other.replace("  sales:", "  totals:")
                                .replace("dimensions: {user: who?}", "")
                                .replace("{sold: count}", "{all-sold: count}");

        assertThat(problems(yaml))
                .containsExactly(
                        "shop.yaml:14: cuts.all-sold: expected that one request fills this total"
                                + " and 'sold', found two");
    }

    @Test
    void twoRequestsDoNotFillOneCut() {
        var yaml =
                Shop.YAML
                        + Shop.YAML
                                .substring(Shop.YAML.indexOf("  sales:"))
                                .replace("  sales:", "  again:");

        assertThat(problems(yaml))
                .containsExactly(
                        "shop.yaml:40: requests.again.records[0].quantities.sold: expected a cut"
                                + " that no other request fills, found that 'sales' does");
    }
}
