package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;

/// The vendor's ids, such as `org-…`, `email|…`: opaque, but not anything.
final class Ids {

    private static final int MOST = 512;

    private Ids() {}

    /// A required id.
    static String id(JsonValue item, String name) {
        var id = item.text(name);
        if (!isUsable(id)) {
            throw new MalformedMember(
                    item.path() + "." + name,
                    "expected an id of 1 to " + MOST + " visible characters, found another text");
        }
        return id;
    }

    static boolean isUsable(String id) {
        return !id.isBlank()
                && id.length() <= MOST
                && !id.equals(".")
                && !id.equals("..")
                && id.chars().noneMatch(Character::isISOControl);
    }
}
