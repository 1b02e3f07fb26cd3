package dev.tallyport.simulator.devin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A program's account. A deleted one is listed only among the inactive ones.
public record ServiceUser(
        String id, String name, String organization, @Nullable LocalDate deleted) {}
