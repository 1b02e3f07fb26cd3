package dev.tallyport.application.reporting;

/// What a vendor's id can look like. Whatever else is asked for belongs to nothing, and never
/// reaches the ledger.
final class VendorIds {

    private static final int LONGEST = 512;

    private VendorIds() {}

    static boolean isPossible(String id) {
        return !id.isBlank()
                && id.length() <= LONGEST
                && id.codePoints().noneMatch(Character::isISOControl);
    }
}
