package dev.tallyport.connector.devin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tallyport.connector.http.Concurrently;
import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import dev.tallyport.connector.http.Uris;
import dev.tallyport.connector.spi.Batch;
import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.spi.DirectoryEntry;
import dev.tallyport.connector.spi.Limit;
import dev.tallyport.connector.spi.Observation;
import dev.tallyport.connector.spi.Reject;
import dev.tallyport.connector.spi.Sink;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// ACU limits of a cycle, as they hold now: those of the enterprise and its organizations from the
/// older endpoint with each read, those of each organization and person from the newer ones once a
/// day. Zero blocks; whoever is not limited is stated as zero with the word `unlimited`, so that a
/// limit that was lifted does not go on.
final class Limits {

    static final String PART = "limits";
    static final String PATH = "/v3/enterprise/consumption/acu-limits/devin";

    private static final String DEFAULT_PATH = "/v3beta1/enterprise/users/consumption/acu-limits";

    /// Of cloud sessions.
    private static final String CLOUD = "acu-limit-cloud";

    /// Of local agents.
    private static final String LOCAL = "acu-limit-local";

    /// Of a person, whatever is used; the vendor calls the block `local_agent` nevertheless.
    private static final String PERSON = "acu-limit";

    /// Of each person without a limit of their own.
    private static final String EVERY_PERSON = "acu-limit-default";

    private static final Set<String> CLOUD_AGENTS = Set.of("devin");
    private static final Set<String> LOCAL_AGENTS = Set.of("cascade", "terminal");

    /// Reviews count against no limit of a person.
    private static final Set<String> AGENTS = Set.of("devin", "cascade", "terminal");

    static final List<Limit> ALL =
            List.of(
                    new Limit(CLOUD, new Limit.Against.Usage("acus", CLOUD_AGENTS)),
                    new Limit(LOCAL, new Limit.Against.Usage("acus", LOCAL_AGENTS)),
                    new Limit(PERSON, new Limit.Against.Usage("acus", AGENTS)),
                    new Limit(EVERY_PERSON, new Limit.Against.EachUser()));

    private final Lists lists;
    private final int concurrency;
    private final Occasion occasion;
    private final Parts parts;
    private final Sink sink;

    Limits(Lists lists, int concurrency, Occasion occasion, Parts parts, Sink sink) {
        this.lists = lists;
        this.concurrency = concurrency;
        this.occasion = occasion;
        this.parts = parts;
        this.sink = sink;
    }

    void read() {
        var isListed = parts.attempt(PART, this::readList);
        parts.attempt(PART + "/default", this::readDefault);
        if (occasion.isThorough()) {
            var names =
                    isListed
                            ? Map.of("local_agent", LOCAL)
                            : Map.of("local_agent", LOCAL, "cloud_agent", CLOUD);
            parts.attempt(
                    PART + "/organizations",
                    () ->
                            readEach(
                                    organizations(),
                                    "/v3beta1/enterprise/organizations/",
                                    names,
                                    Dimension.ORGANIZATION));
            parts.attempt(
                    PART + "/users",
                    () ->
                            readEach(
                                    people(),
                                    "/v3beta1/enterprise/users/",
                                    Map.of("local_agent", PERSON),
                                    Dimension.USER));
        }
    }

    private List<String> organizations() {
        return occasion.everybody().stream()
                .filter(DirectoryEntry.Organization.class::isInstance)
                .map(DirectoryEntry::id)
                .toList();
    }

    private List<String> people() {
        return occasion.everybody().stream()
                .filter(DirectoryEntry.Person.class::isInstance)
                .map(DirectoryEntry::id)
                .toList();
    }

    /// What was found with one request.
    private record Found(List<Observation> limits, List<Reject> rejects) {}

    private void readList() {
        var limits = new HashMap<Map<Dimension, String>, BigDecimal>();
        var rejects = new ArrayList<Reject>();
        lists.all(
                PATH + "?first=200",
                (path, item) -> {
                    try {
                        var acus = item.number("cycle_acu_limit");
                        limits.put(whose(item), acus);
                    } catch (MalformedMember e) {
                        rejects.add(e.toReject(path));
                    }
                });
        var stated = new ArrayList<Observation>();
        limits.forEach((whose, acus) -> stated.add(limit(CLOUD, whose, Optional.of(acus))));
        if (rejects.isEmpty()) {
            Stream.concat(
                            Stream.of(Map.<Dimension, String>of()),
                            organizations().stream().map(id -> Map.of(Dimension.ORGANIZATION, id)))
                    .filter(whose -> !limits.containsKey(whose))
                    .forEach(whose -> stated.add(limit(CLOUD, whose, Optional.empty())));
        }
        handOver(List.of(new Found(stated, rejects)));
    }

    private static Map<Dimension, String> whose(JsonValue item) {
        var scope = item.text("scope");
        return switch (scope) {
            case "enterprise" -> Map.of();
            case "org" -> Map.of(Dimension.ORGANIZATION, Ids.id(item, "org_id"));
            case "user" -> Map.of(Dimension.USER, Ids.id(item, "user_id"));
            default ->
                    throw new MalformedMember(
                            item.path() + ".scope",
                            "expected enterprise, org or user, found another word");
        };
    }

    private void readDefault() {
        handOver(
                List.of(
                        blocks(
                                DEFAULT_PATH,
                                lists.api().get(DEFAULT_PATH),
                                Map.of("local_agent", EVERY_PERSON),
                                Map.of())));
    }

    private void readEach(
            List<String> ids, String prefix, Map<String, String> names, Dimension dimension) {
        var found =
                Concurrently.map(
                        concurrency,
                        ids,
                        id -> {
                            var path = prefix + Uris.segment(id) + "/consumption/acu-limits";
                            return lists.api()
                                    .find(path)
                                    .map(answer ->
                                            blocks(path, answer, names, Map.of(dimension, id)));
                        });
        if (!found.isEmpty() && found.stream().allMatch(Optional::isEmpty)) {
            throw Parts.noneKnown(prefix);
        }
        handOver(found.stream().flatMap(Optional::stream).toList());
    }

    /// `{local_agent: {cycle_acu_limit}, cloud_agent: {cycle_acu_limit}}`; each may be missing.
    private Found blocks(
            String path,
            JsonNode answer,
            Map<String, String> names,
            Map<Dimension, String> dimensions) {
        var found = new Found(new ArrayList<>(), new ArrayList<>());
        names.forEach((block, name) -> {
            try {
                var acus =
                        JsonValue.root(answer)
                                .optionalMember(block)
                                .flatMap(one -> one.optionalNumber("cycle_acu_limit"));
                found.limits().add(limit(name, dimensions, acus));
            } catch (MalformedMember e) {
                found.rejects().add(e.toReject(path));
            }
        });
        return found;
    }

    private Observation limit(
            String name, Map<Dimension, String> whose, Optional<BigDecimal> acus) {
        return new Observation(
                name,
                occasion.now(),
                occasion.now(),
                whose,
                acus.orElse(BigDecimal.ZERO),
                "ACU",
                acus.isPresent() ? Optional.empty() : Optional.of(Limit.UNLIMITED));
    }

    private void handOver(List<Found> found) {
        sink.accept(
                Batch.EMPTY
                        .withObservations(
                                found.stream().flatMap(one -> one.limits().stream()).toList())
                        .withRejects(
                                found.stream().flatMap(one -> one.rejects().stream()).toList()));
    }
}
