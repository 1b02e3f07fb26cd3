package dev.tallyport.application.person;

import dev.tallyport.application.audit.AuditTrail;
import java.time.InstantSource;

/// Puts the use case together, as CDI does in the finished application.
public final class Linking {

    private Linking() {}

    public static LinkPeople with(People people, AuditTrail audit, InstantSource clock) {
        return new LinkPeople(people, audit, clock);
    }
}
