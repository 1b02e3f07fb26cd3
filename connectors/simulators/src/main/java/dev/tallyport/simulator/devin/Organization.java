package dev.tallyport.simulator.devin;

import java.time.Instant;

/// An organization of the enterprise.
public record Organization(String id, String name, Instant created) {}
