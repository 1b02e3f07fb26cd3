package dev.tallyport.simulator.devin;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sessions and searches, the newest first. Not safe for threads.
final class SessionBook {

    private static final Comparator<Session> NEWEST_FIRST =
            Comparator.comparing(Session::created).reversed().thenComparing(Session::id);

    private final Map<String, Session> sessions = new HashMap<>();
    private final List<Search> searches;
    private List<Session> listed;

    SessionBook(List<Session> sessions, List<Search> searches) {
        sessions.forEach(session -> this.sessions.put(session.id(), session));
        this.listed = sessions.stream().sorted(NEWEST_FIRST).toList();
        this.searches =
                searches.stream()
                        .sorted(
                                Comparator.comparing(Search::created)
                                        .reversed()
                                        .thenComparing(Search::id))
                        .toList();
    }

    List<Session> sessions() {
        return listed;
    }

    Optional<Session> session(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    List<Search> searches() {
        return searches;
    }

    void put(Session session) {
        sessions.put(session.id(), session);
        listed = sessions.values().stream().sorted(NEWEST_FIRST).toList();
    }
}
