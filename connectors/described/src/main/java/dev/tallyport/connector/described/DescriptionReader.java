package dev.tallyport.connector.described;

import dev.tallyport.connector.described.yaml.Fields;
import dev.tallyport.connector.described.yaml.Problems;
import dev.tallyport.connector.spi.Capability;
import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import dev.tallyport.connector.spi.TokenFigures;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Reads a description. Everything wrong with it is found in one go, so that nobody mends a file
/// line by line.
final class DescriptionReader {

    /// What a description has at most.
    static final int MOST_BYTES = Fields.MOST_BYTES;

    private static final Duration LONGEST_LAG = Duration.ofDays(92);
    private static final Map<String, TokenFigures> TOKEN_FIGURES =
            Map.of(
                    "none", TokenFigures.NONE,
                    "disjoint", TokenFigures.DISJOINT,
                    "inclusive", TokenFigures.INCLUSIVE);

    private final String file;
    private final Fields root;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private DescriptionReader(String file, Fields root) {
        this.file = file;
        this.root = root;
    }

    /// @param file how problems call it
    static Parsed read(String file, byte[] yaml) {
        var problems = new Problems(file);
        var root = Fields.of(yaml, problems);
        var description = root.map(fields -> new DescriptionReader(file, fields).description());
        return description.isPresent() && problems.isEmpty()
                ? new Parsed.Valid(description.get().get(), root.orElseThrow().lineOf("id"))
                : new Parsed.Invalid(problems.list());
    }

    /// Only made when nothing was wrong: every part stands in for itself until then.
    private Supplier<Description> description() {
        root.choice("format", Map.of("1", 1));
        var id =
                root.text(
                        "id",
                        "lower-case letters, digits and dashes",
                        text -> Optional.of(text).filter(DescriptionReader::isId));
        var name = root.text("name");
        readSettings(root.fields("settings"));
        var address = root.choice("base-url", settingsOf(Setting.Type.URL));
        var authentication = authentication(root.fields("authentication"));
        var calendar = root.fields("calendar");
        var zone =
                calendar.optional(
                                "zone",
                                "a time zone such as UTC, -08:00 or Europe/Berlin",
                                text -> Optional.of(ZoneId.of(text)))
                        .orElse(ZoneOffset.UTC);
        var lag = duration(calendar, "lag");
        var settles = duration(calendar, "settles-after");
        if (settles.compareTo(lag) < 0) {
            calendar.wrong(
                    "settles-after", "expected at least the lag, " + lag + ", found " + settles);
        }
        calendar.end();
        var history =
                root.text(
                        "history",
                        "whole days, weeks, months or years such as P90D",
                        text ->
                                Optional.of(Period.parse(text))
                                        .filter(period ->
                                                !period.isNegative() && !period.isZero()));
        var tokens = root.optionalChoice("token-figures", TOKEN_FIGURES).orElse(TokenFigures.NONE);
        var vendor = new RequestReader(settings);
        var cuts = new CutReader(root.fields("cuts"));
        var requests = vendor.requests(root.fields("requests"), cuts);
        var described = cuts.finish(requests);
        var byId = new LinkedHashMap<String, Request>();
        requests.forEach(request -> byId.put(request.id(), request));
        var checks = root.has("checks") ? root.choices("checks", byId) : requests;
        root.end();
        return () ->
                new Description(
                        file,
                        new ConnectorDescriptor(
                                id.orElseThrow(),
                                name,
                                List.copyOf(settings.values()),
                                List.of(),
                                described,
                                capabilities(requests),
                                zone,
                                lag,
                                settles,
                                tokens,
                                List.of()),
                        address.orElseThrow(),
                        authentication.orElseThrow(),
                        history.orElseThrow(),
                        requests,
                        checks);
    }

    static boolean isId(String text) {
        return text.matches("[a-z][a-z0-9-]{0,62}");
    }

    private static Duration duration(Fields fields, String name) {
        return fields.text(
                        name,
                        "a duration such as PT48H, of at most " + LONGEST_LAG,
                        text ->
                                Optional.of(Duration.parse(text))
                                        .filter(duration ->
                                                !duration.isNegative()
                                                        && duration.compareTo(LONGEST_LAG) <= 0))
                .orElse(Duration.ZERO);
    }

    private static Set<Capability> capabilities(List<Request> requests) {
        var capabilities = EnumSet.of(Capability.BACKFILL, Capability.RETRACTION);
        if (requests.stream()
                .flatMap(request -> request.records().stream())
                .anyMatch(records -> records.people().isPresent())) {
            capabilities.add(Capability.DIRECTORY);
        }
        return capabilities;
    }

    private void readSettings(Fields described) {
        for (var key : described.names()) {
            var setting = described.fields(key);
            if (!isId(key) || key.equals(Description.REQUEST_TIMEOUT.key())) {
                setting.wrong(
                        "expected a key of lower-case letters, digits and dashes other than '"
                                + Description.REQUEST_TIMEOUT.key()
                                + "', found '"
                                + key
                                + "'");
            }
            settings.put(key, setting(key, setting));
        }
        settings.put(Description.REQUEST_TIMEOUT.key(), Description.REQUEST_TIMEOUT);
    }

    private static Setting setting(String key, Fields fields) {
        var types =
                Map.of(
                        "text", Setting.Type.TEXT,
                        "url", Setting.Type.URL,
                        "choice", Setting.Type.CHOICE);
        var type = fields.optionalChoice("type", types).orElse(Setting.Type.TEXT);
        var secret = fields.flag("secret", false);
        var optional = fields.flag("optional", false);
        var allowed = Set.copyOf(fields.texts("allowed", "text", Optional::of));
        Function<String, Optional<String>> isValue =
                text ->
                        Optional.of(text)
                                .filter(value ->
                                        switch (type) {
                                            case URL -> SettingRules.isAddress(value);
                                            case CHOICE -> allowed.contains(value);
                                            default -> true;
                                        });
        var value = fields.optional("default", "a value that the type allows", isValue);
        if (secret && (type != Setting.Type.TEXT || value.isPresent())) {
            fields.wrong("secret", "expected a secret to be a text without default, found another");
        }
        if (optional && value.isPresent()) {
            fields.wrong("optional", "expected it left out where there is a default, found both");
        }
        if ((type == Setting.Type.CHOICE) == allowed.isEmpty()) {
            fields.wrong("allowed", "expected values for a choice and for nothing else");
        }
        var description = fields.text("description");
        fields.end();
        return new Setting(
                key,
                allowed.isEmpty() && type == Setting.Type.CHOICE ? Setting.Type.TEXT : type,
                !optional && value.isEmpty(),
                secret,
                value,
                type == Setting.Type.CHOICE ? allowed : Set.of(),
                description);
    }

    private Map<String, Setting> settingsOf(Setting.Type type) {
        return settings(setting -> setting.type() == type);
    }

    private Map<String, Setting> settings(Predicate<Setting> condition) {
        var chosen = new LinkedHashMap<String, Setting>();
        settings.forEach((key, setting) -> {
            if (condition.test(setting)) {
                chosen.put(key, setting);
            }
        });
        return chosen;
    }

    private Optional<Authentication> authentication(Fields fields) {
        var texts = settings(setting -> setting.type() == Setting.Type.TEXT && !isLeftOut(setting));
        var secrets = settings(setting -> setting.secret() && !isLeftOut(setting));
        var ways = List.of("bearer", "basic", "header", "oauth-client-credentials");
        var given = ways.stream().filter(fields::has).toList();
        fields.end();
        if (given.size() != 1) {
            fields.wrong(
                    "expected exactly one of %s, found %s"
                            .formatted(
                                    String.join(", ", ways),
                                    given.isEmpty() ? "none" : String.join(" and ", given)));
            return Optional.empty();
        }
        var way = given.getFirst();
        if (way.equals("bearer")) {
            return fields.choice(way, secrets).map(Authentication.Bearer::new);
        }
        var values = fields.fields(way);
        var authentication =
                switch (way) {
                    case "basic" -> basic(values, texts, secrets);
                    case "header" -> header(values, secrets);
                    default -> clientCredentials(values, texts, secrets);
                };
        values.end();
        return authentication;
    }

    private static boolean isLeftOut(Setting setting) {
        return !setting.required() && setting.defaultValue().isEmpty();
    }

    private static Optional<Authentication> basic(
            Fields values, Map<String, Setting> texts, Map<String, Setting> secrets) {
        var user = values.choice("user", texts);
        var password = values.choice("password", secrets);
        return user.flatMap(name -> password.map(secret -> new Authentication.Basic(name, secret)));
    }

    private static Optional<Authentication> header(Fields values, Map<String, Setting> secrets) {
        var name =
                values.text(
                        "name",
                        "the name of a header such as x-api-key",
                        text -> Optional.of(text).filter(word -> word.matches("[A-Za-z0-9-]+")));
        var value = values.choice("value", secrets);
        return name.flatMap(word -> value.map(secret -> new Authentication.Header(word, secret)));
    }

    private Optional<Authentication> clientCredentials(
            Fields values, Map<String, Setting> texts, Map<String, Setting> secrets) {
        var address = values.choice("token-url", settingsOf(Setting.Type.URL));
        var client = values.choice("client-id", texts);
        var secret = values.choice("client-secret", secrets);
        var scope = values.optional("scope", "text", Optional::of);
        return address.isPresent() && client.isPresent() && secret.isPresent()
                ? Optional.of(
                        new Authentication.ClientCredentials(
                                address.get(), client.get(), secret.get(), scope))
                : Optional.empty();
    }
}
