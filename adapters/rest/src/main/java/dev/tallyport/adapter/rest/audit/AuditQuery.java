package dev.tallyport.adapter.rest.audit;

import dev.tallyport.adapter.rest.Kind;
import dev.tallyport.adapter.rest.Query;
import dev.tallyport.adapter.rest.export.Format;
import dev.tallyport.application.audit.AuditTrail.Wanted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Which entries of the audit log are asked for, as written in a query.
final class AuditQuery {

    private static final String ACTION = "action";
    private static final String PRINCIPAL = "principal";
    private static final String TARGET = "target";
    private static final String TEXT = "text";
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String BEFORE = "before";

    private AuditQuery() {}

    /// One page.
    record OfPage(Wanted wanted, int limit) {

        /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
        static OfPage of(Map<String, List<String>> sent) {
            var query =
                    Query.of(
                            sent,
                            ACTION,
                            PRINCIPAL,
                            TARGET,
                            TEXT,
                            FROM,
                            UNTIL,
                            BEFORE,
                            Query.LIMIT);
            var asked = new OfPage(entries(query), query.limit());
            query.requireValid();
            return asked;
        }
    }

    /// All of them, to be taken away.
    record OfExport(Wanted wanted, Format format) {

        /// @throws dev.tallyport.adapter.rest.ProblemException naming everything that is wrong
        static OfExport of(Map<String, List<String>> sent) {
            var query =
                    Query.of(
                            sent,
                            Query.FORMAT,
                            ACTION,
                            PRINCIPAL,
                            TARGET,
                            TEXT,
                            FROM,
                            UNTIL,
                            BEFORE);
            var asked = new OfExport(entries(query), query.format());
            query.requireValid();
            return asked;
        }

        /// In words, for the audit log itself.
        Map<String, String> described() {
            var described = new TreeMap<String, String>();
            described.put(Query.FORMAT, format.title());
            wanted.action().ifPresent(action -> described.put(ACTION, action));
            wanted.principal().ifPresent(principal -> described.put(PRINCIPAL, principal));
            wanted.target().ifPresent(target -> described.put(TARGET, target));
            wanted.text().ifPresent(text -> described.put(TEXT, text));
            wanted.from().ifPresent(from -> described.put(FROM, from.toString()));
            wanted.until().ifPresent(until -> described.put(UNTIL, until.toString()));
            wanted.before().ifPresent(before -> described.put(BEFORE, Long.toString(before)));
            return described;
        }
    }

    private static Wanted entries(Query query) {
        return new Wanted(
                text(query, ACTION),
                text(query, PRINCIPAL),
                text(query, TARGET),
                text(query, TEXT),
                query.one(FROM, Kind.INSTANT),
                query.one(UNTIL, Kind.INSTANT),
                query.one(BEFORE, Kind.ID).map(OptionalLong::of).orElseGet(OptionalLong::empty));
    }

    /// As good as not given when it is blank.
    private static Optional<String> text(Query query, String name) {
        return query.one(name, Kind.text(200)).filter(text -> !text.isBlank());
    }
}
