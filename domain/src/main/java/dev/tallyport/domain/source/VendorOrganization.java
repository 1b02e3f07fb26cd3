package dev.tallyport.domain.source;

import java.util.Comparator;

/// An organization, in other vendors a project, as one source knows it. Two sources may use one id
/// for two organizations.
///
/// @param id the vendor's own
public record VendorOrganization(SourceName source, String id)
        implements Comparable<VendorOrganization> {

    private static final Comparator<VendorOrganization> ORDER =
            Comparator.comparing(VendorOrganization::source).thenComparing(VendorOrganization::id);

    @Override
    public int compareTo(VendorOrganization other) {
        return ORDER.compare(this, other);
    }
}
