package dev.tallyport.adapter.persistence;

import dev.tallyport.application.source.SourceId;
import dev.tallyport.domain.usage.Dimension;
import dev.tallyport.domain.usage.Group;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// Where a fact lives in a cluster: by its user, else by its organization, else by its source.
/// Never change this; what is stored was placed by it.
final class Shards {

    static final int COUNT = 64;

    private static final Integer[] ALL = IntStream.range(0, COUNT).boxed().toArray(Integer[]::new);

    private Shards() {}

    static Integer[] all() {
        return ALL.clone();
    }

    static int of(SourceId source, Group group) {
        return group.value(Dimension.USER)
                .map(user -> ofUser(source, user))
                .orElseGet(() ->
                        group.value(Dimension.ORGANIZATION)
                                .map(organization -> hash(source, "o/" + organization))
                                .orElseGet(() -> hash(source, "")));
    }

    static int ofUser(SourceId source, String user) {
        return hash(source, "u/" + user);
    }

    static Integer[] ofUsers(SourceId source, Collection<String> users) {
        return users.stream().map(user -> ofUser(source, user)).distinct().toArray(Integer[]::new);
    }

    static int ofActivity(SourceId source, String kind, String id) {
        return hash(source, "a/" + kind + "/" + id);
    }

    private static int hash(SourceId source, String who) {
        var crc = new CRC32();
        crc.update((source.value() + "/" + who).getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % COUNT);
    }
}
