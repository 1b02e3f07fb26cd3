package dev.tallyport.adapter.persistence;

import dev.tallyport.application.reporting.Persons;
import dev.tallyport.domain.access.Principal;
import dev.tallyport.domain.source.VendorUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class PostgresPersons implements Persons {

    private static final String MERGED =
            """
            select person_id, into_id from person_merge
            where (?::timestamptz is null and undone_at is null)
                or (merged_at <= ? and (undone_at is null or undone_at > ?))
            """;

    private static final String LINKED =
            """
            select l.person_id, s.name as source, u.external_id
            from person_link l
                join vendor_user u on u.id = l.vendor_user_id
                join source s on s.id = u.source_id
            where (?::timestamptz is null and l.detached_at is null)
                or (l.linked_at <= ? and (l.detached_at is null or l.detached_at > ?))
            """;

    private final Database database;

    PostgresPersons(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Map<VendorUser, Principal.Person> linked(Optional<Instant> asKnownOn) {
        var then = asKnownOn.orElse(null);
        var merged = new HashMap<Long, Long>();
        database.query(
                MERGED,
                row -> {
                    merged.put(row.getLong("person_id"), row.getLong("into_id"));
                    return merged;
                },
                then,
                then,
                then);
        var linked = new HashMap<VendorUser, Principal.Person>();
        database.query(
                LINKED,
                row -> {
                    var person = whole(row.getLong("person_id"), merged);
                    linked.put(Columns.vendorUser(row), new Principal.Person(person));
                    return person;
                },
                then,
                then,
                then);
        return linked;
    }

    private static long whole(long person, Map<Long, Long> merged) {
        long whole = person;
        for (var into = merged.get(whole); into != null; into = merged.get(whole)) {
            whole = into;
        }
        return whole;
    }
}
