package dev.tallyport.connector.devin;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import java.nio.charset.StandardCharsets;

/// The vendor's ids, such as `org-…`, `email|…`: opaque, but not anything.
final class Ids {

    /// Together, the ids of a figure fit into the key of an index.
    private static final int MOST = 200;

    private Ids() {}

    /// A required id.
    static String id(JsonValue item, String name) {
        var id = item.text(name);
        if (!isUsable(id)) {
            throw new MalformedMember(
                    item.path() + "." + name,
                    "expected an id of 1 to "
                            + MOST
                            + " bytes of visible characters, found another text");
        }
        return id;
    }

    /// The id of a session, which some endpoints state without its prefix.
    static String session(String id) {
        return id.startsWith("devin-") ? id : "devin-" + id;
    }

    static boolean isUsable(String id) {
        return !id.isBlank()
                && id.getBytes(StandardCharsets.UTF_8).length <= MOST
                && !id.equals(".")
                && !id.equals("..")
                && id.chars().noneMatch(Character::isISOControl);
    }
}
