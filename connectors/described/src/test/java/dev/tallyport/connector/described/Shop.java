package dev.tallyport.connector.described;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tallyport.connector.http.AddressRule;
import dev.tallyport.connector.http.Vendors;
import dev.tallyport.connector.spi.ReadRequest;
import dev.tallyport.connector.spi.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A made-up vendor whose description is long enough for most tests, and what runs it.
final class Shop {

    static final Instant NOW = Instant.parse("2026-09-10T12:30:45Z");
    static final Vendors VENDORS = new Vendors(() -> NOW, AddressRule.PUBLIC_AND_PRIVATE);

    static final String YAML =
            """
            format: 1
            id: shop
            name: Shop
            settings:
              base-url: {type: url, description: Where it answers.}
              key: {secret: true, description: The key.}
              region: {optional: true, description: Which region.}
            base-url: base-url
            authentication: {bearer: key}
            calendar: {lag: PT1H, settles-after: PT24H}
            history: P5D
            cuts:
              sold: {meter: sold, unit: piece, dimensions: [user]}
            requests:
              sales:
                path: /sales
                query: {kind: all, region: {setting: region}}
                window:
                  start: {parameter: from, form: date}
                  end: {parameter: to, form: date}
                  ends: exclusive
                  days: 2
                records:
                  - items: sales[]
                    time: {member: day, form: date}
                    dimensions: {user: who?}
                    quantities: {sold: count}
            """;

    private Shop() {}

    static Parsed parsed(String yaml) {
        return DescriptionReader.read("shop.yaml", yaml.getBytes(UTF_8));
    }

    static Description described(String yaml) {
        return switch (parsed(yaml)) {
            case Parsed.Valid(var description, _) -> description;
            case Parsed.Invalid(var problems) -> throw new AssertionError(problems);
        };
    }

    static DescribedConnector connector(String yaml) {
        return new DescribedConnector(described(yaml), VENDORS);
    }

    static Settings settings(StubVendor vendor) {
        return new Settings(Map.of("base-url", vendor.address().toString(), "key", "s3cr3t"));
    }

    static ReadRequest readAt(Instant now) {
        return new ReadRequest(now, Optional.empty(), List.of());
    }
}
