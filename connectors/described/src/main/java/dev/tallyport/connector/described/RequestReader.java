package dev.tallyport.connector.described;

import dev.tallyport.connector.described.yaml.Fields;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.Grain;
import dev.tallyport.connector.spi.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads the requests of a description.
final class RequestReader {

    private static final int MOST_DAYS = 366;
    private static final Map<String, Grain> GRAINS = Map.of("day", Grain.DAY, "hour", Grain.HOUR);
    private static final Map<String, Boolean> ENDS = Map.of("exclusive", false, "inclusive", true);

    /// Secrets never travel in an address, which is logged and kept.
    private final Map<String, Setting> sendable = new LinkedHashMap<>();

    RequestReader(Map<String, Setting> settings) {
        settings.forEach((key, setting) -> {
            if (!setting.secret()) {
                sendable.put(key, setting);
            }
        });
    }

    List<Request> requests(Fields fields, CutReader cuts) {
        var requests = new ArrayList<Request>();
        for (var id : fields.names()) {
            var request = fields.fields(id);
            if (!DescriptionReader.isId(id)) {
                request.wrong(
                        "expected an id of lower-case letters, digits and dashes, found '"
                                + id
                                + "'");
            }
            requests.add(request(id, request, cuts));
            request.end();
        }
        if (requests.isEmpty()) {
            fields.wrong("expected at least one request, found none");
        }
        return List.copyOf(requests);
    }

    private Request request(String id, Fields fields, CutReader cuts) {
        var path =
                fields.text(
                                "path",
                                "a path such as /usage/daily, percent-encoded and without query",
                                text -> Optional.of(text).filter(RequestReader::isPath))
                        .orElse("/");
        var query = fields.optionalFields("query").map(this::query).orElse(List.of());
        var window = window(fields.fields("window"));
        var paging = fields.optionalFields("paging").map(RequestReader::paging);
        var records = new ArrayList<Records>();
        var filled = new LinkedHashSet<String>();
        for (var part : fields.list("records")) {
            records(id, part, cuts, filled).ifPresent(records::add);
            part.end();
        }
        if (filled.isEmpty()) {
            fields.wrong("records", "expected records that fill a cut, found none");
        }
        var warnings = fields.list("warnings").stream().flatMap(RequestReader::warning).toList();
        return new Request(
                id,
                path,
                query,
                window,
                paging.orElse(new Paging.None()),
                records,
                warnings,
                List.copyOf(filled),
                filled.stream().filter(cuts::isPart).toList());
    }

    private static boolean isPath(String text) {
        return text.matches("(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)+")
                && Stream.of(text.split("/", -1)).noneMatch(RequestReader::isDots);
    }

    private static boolean isDots(String segment) {
        return segment.replace("%2e", ".").replace("%2E", ".").matches("\\.{1,2}");
    }

    private List<Request.Parameter> query(Fields fields) {
        var parameters = new ArrayList<Request.Parameter>();
        for (var name : fields.names()) {
            if (fields.hasFields(name)) {
                var from = fields.fields(name);
                from.choice("setting", sendable)
                        .ifPresent(setting ->
                                parameters.add(new Request.Parameter.FromSetting(name, setting)));
                from.end();
            } else {
                fields.texts(name, "text", Optional::of)
                        .forEach(value -> parameters.add(new Request.Parameter.Fixed(name, value)));
            }
        }
        return parameters;
    }

    private static WindowForm window(Fields fields) {
        var start = bound(fields.fields("start"));
        var end = bound(fields.fields("end"));
        var grain = fields.optionalChoice("grain", GRAINS).orElse(Grain.DAY);
        var days = fields.number("days", 1, 1, MOST_DAYS);
        var inclusive = fields.choice("ends", ENDS);
        var untilNow = fields.flag("until-now", false);
        if (untilNow && end.form() == TimeForm.DATE && inclusive.equals(Optional.of(false))) {
            fields.wrong(
                    "until-now",
                    "expected `ends: inclusive` or another form of the end beside it, found an"
                            + " exclusive end of form date, so that today is never asked for");
        }
        fields.end();
        return new WindowForm(start, end, grain, days, inclusive.orElse(false), untilNow);
    }

    private static WindowForm.Bound bound(Fields fields) {
        var parameter = fields.text("parameter");
        var form = fields.choice("form", TimeForm.NAMES).orElse(TimeForm.DATE);
        fields.end();
        return new WindowForm.Bound(parameter, form);
    }

    private static Paging paging(Fields fields) {
        var ways = List.of("cursor", "page", "offset", "link");
        var given = ways.stream().filter(fields::has).toList();
        fields.end();
        if (given.size() != 1) {
            fields.wrong(
                    "expected exactly one of %s, found %s"
                            .formatted(
                                    String.join(", ", ways),
                                    given.isEmpty() ? "none" : String.join(" and ", given)));
            return new Paging.None();
        }
        var way = given.getFirst();
        if (way.equals("link")) {
            return fields.flag(way, false) ? new Paging.Link() : new Paging.None();
        }
        var values = fields.fields(way);
        var parameter = values.text("parameter");
        var none = Optional.<MemberPath>empty();
        var paging =
                switch (way) {
                    case "cursor" -> {
                        var more = values.has("more") ? answerMember(values, "more") : none;
                        yield answerMember(values, "next")
                                .map(next -> new Paging.Cursor(parameter, next, more));
                    }
                    case "page" -> {
                        int first = values.number("first", 1, 0, 1);
                        yield answerMember(values, "more")
                                .map(more -> new Paging.PageNumber(parameter, first, more));
                    }
                    default -> {
                        var items =
                                values.text(
                                        "items",
                                        "the path of one list such as data[]",
                                        text ->
                                                ItemPath.parse(text)
                                                        .filter(path -> path.depth() == 1));
                        yield answerMember(values, "more")
                                .flatMap(more ->
                                        items.map(
                                                list -> new Paging.Offset(parameter, list, more)));
                    }
                };
        values.end();
        return paging.map(Paging.class::cast).orElse(new Paging.None());
    }

    /// A member that is looked up from the answer as a whole.
    private static Optional<MemberPath> answerMember(Fields fields, String name) {
        return fields.text(
                name,
                "a path of members from the answer such as meta.next",
                text ->
                        MemberPath.parse(text)
                                .filter(path -> path.up() == 0 && !path.isOwnName())
                                .map(MemberPath::asOptional));
    }

    private static Stream<Request.Warning> warning(Fields fields) {
        var figure = answerMember(fields, "when");
        var exceeds = answerMember(fields, "exceeds");
        var message = fields.text("say");
        fields.end();
        return figure
                .flatMap(one -> exceeds.map(other -> new Request.Warning(one, other, message)))
                .stream();
    }

    private static Optional<Records> records(
            String request, Fields fields, CutReader cuts, Set<String> filled) {
        var items = fields.text("items", ItemPath.EXPECTED, ItemPath::parse);
        int depth = items.map(ItemPath::depth).orElse(Integer.MAX_VALUE);
        var timeFields = fields.fields("time");
        var time = member(timeFields, "member", depth);
        var form = timeFields.choice("form", TimeForm.NAMES);
        timeFields.end();
        var dimensions = fields.optionalFields("dimensions").map(one -> dimensions(one, depth));
        var id = optionalMember(fields, "id", depth);
        var key = fields.texts("key", MemberPath.EXPECTED, text -> pathWithin(text, depth));
        var currency = optionalMember(fields, "currency", depth);
        var people = fields.optionalFields("people").map(one -> people(one, depth));
        var known = dimensions.orElse(Map.of());
        if (people.isPresent() && !known.containsKey(Dimension.USER)) {
            fields.wrong("people", "expected the dimension user beside people, found none");
        }
        var quantities = quantities(request, fields.fields("quantities"), cuts, known, depth);
        filled.addAll(quantities.keySet());
        return items.isPresent() && time.isPresent() && form.isPresent()
                ? Optional.of(
                        new Records(
                                items.get(),
                                time.get(),
                                form.get(),
                                known,
                                id,
                                key,
                                quantities,
                                currency,
                                people))
                : Optional.empty();
    }

    private static Map<String, Sum> quantities(
            String request,
            Fields fields,
            CutReader cuts,
            Map<Dimension, Records.Value> dimensions,
            int depth) {
        var quantities = new LinkedHashMap<String, Sum>();
        for (var id : fields.names()) {
            var cut = cuts.cuts().get(id);
            if (cut == null) {
                fields.unknown(id, cuts.cuts().keySet());
                continue;
            }
            fields.text(
                            id,
                            Sum.EXPECTED,
                            text -> Sum.parse(text).filter(sum -> sum.isWithin(depth)))
                    .ifPresent(sum -> quantities.put(id, sum));
            cuts.fill(id, request, fields);
            if (!cut.dimensions().equals(dimensions.keySet())) {
                fields.wrong(
                        id,
                        "expected records with the dimensions of the cut, %s, found %s"
                                .formatted(
                                        CutReader.names(cut.dimensions()),
                                        CutReader.names(dimensions.keySet())));
            }
        }
        return quantities;
    }

    private static Map<Dimension, Records.Value> dimensions(Fields fields, int depth) {
        var values = new EnumMap<Dimension, Records.Value>(Dimension.class);
        CutReader.DIMENSIONS.forEach((name, dimension) -> {
            if (fields.hasFields(name)) {
                var constant = fields.fields(name);
                values.put(dimension, new Records.Value.Constant(constant.text("constant")));
                constant.end();
            } else {
                optionalMember(fields, name, depth)
                        .ifPresent(path -> values.put(dimension, new Records.Value.Member(path)));
            }
        });
        fields.end();
        return values;
    }

    private static Records.People people(Fields fields, int depth) {
        var name = optionalMember(fields, "name", depth);
        var email = optionalMember(fields, "email", depth);
        fields.end();
        return new Records.People(name, email);
    }

    private static Optional<MemberPath> member(Fields fields, String name, int depth) {
        return fields.text(name, MemberPath.EXPECTED, text -> pathWithin(text, depth));
    }

    private static Optional<MemberPath> optionalMember(Fields fields, String name, int depth) {
        return fields.optional(name, MemberPath.EXPECTED, text -> pathWithin(text, depth));
    }

    private static Optional<MemberPath> pathWithin(String text, int depth) {
        return MemberPath.parse(text).filter(path -> path.up() <= depth);
    }
}
