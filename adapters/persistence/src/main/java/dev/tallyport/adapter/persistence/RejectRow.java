package dev.tallyport.adapter.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "reject")
class RejectRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    int sourceId;
    String request = "";
    String path = "";
    String reason = "";
    Instant firstSeenAt = Instant.EPOCH;
    Instant lastSeenAt = Instant.EPOCH;
}
