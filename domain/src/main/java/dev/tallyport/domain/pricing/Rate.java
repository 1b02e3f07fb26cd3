package dev.tallyport.domain.pricing;

import dev.tallyport.domain.source.SourceName;
import dev.tallyport.domain.usage.Group;
import dev.tallyport.domain.usage.Meter;
import java.time.LocalDate;

/// Terms that are in force.
///
/// @param id its number, which stays when it is corrected
/// @param configured whether it is the default of the configuration, which gives way to any other
public record Rate(long id, Terms terms, boolean configured) {

    boolean isOf(Meter meter, PriceKind kind) {
        return terms.meter().equals(meter) && terms.kind() == kind;
    }

    boolean applies(LocalDate day, SourceName source, Group usage) {
        return terms.days().contains(day) && terms.scope().covers(source, usage);
    }

    boolean overlaps(Rate other) {
        return configured == other.configured && terms.overlaps(other.terms);
    }
}
