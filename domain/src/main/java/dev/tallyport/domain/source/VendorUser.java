package dev.tallyport.domain.source;

import java.util.Comparator;

/// A user or service user as one source knows it.
///
/// @param id the vendor's own
public record VendorUser(SourceName source, String id) implements Comparable<VendorUser> {

    private static final Comparator<VendorUser> ORDER =
            Comparator.comparing(VendorUser::source).thenComparing(VendorUser::id);

    @Override
    public int compareTo(VendorUser other) {
        return ORDER.compare(this, other);
    }
}
