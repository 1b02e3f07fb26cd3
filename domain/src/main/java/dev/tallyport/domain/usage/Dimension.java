package dev.tallyport.domain.usage;

/// By what usage can be told apart.
public enum Dimension {
    USER,
    ORGANIZATION,
    PRODUCT,
    MODEL,
    ACTIVITY,
    /// Whom the vendors' users are held to be; known here and not to the vendor.
    PERSON,
    /// The vendor's account that usage was read from.
    SOURCE;

    /// Whether vendors state it of their facts. The others follow from where a fact is from.
    public boolean isStated() {
        return switch (this) {
            case USER, ORGANIZATION, PRODUCT, MODEL, ACTIVITY -> true;
            case PERSON, SOURCE -> false;
        };
    }
}
