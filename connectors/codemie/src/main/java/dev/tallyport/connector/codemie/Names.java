package dev.tallyport.connector.codemie;

import dev.tallyport.connector.http.JsonValue;
import dev.tallyport.connector.http.MalformedMember;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What people, projects, models and assistants are called in tables, where the vendor gives no
/// other id.
final class Names {

    /// Together, the names of a figure fit into the key of an index.
    private static final int MOST = 200;

    /// What the vendor appends to a user for budgets of their own.
    private static final Pattern BUDGET = Pattern.compile("_codemie_[a-z_]+$");

    private static final Set<String> NOBODY =
            Set.of("", "-", "unknown", "00000000-0000-0000-0000-000000000000");

    private Names() {}

    static String withoutBudget(String user) {
        return BUDGET.matcher(user).replaceFirst("");
    }

    /// Whether the vendor says by this that it does not know who or what it was.
    static boolean isNobody(String name) {
        return NOBODY.contains(name.strip().toLowerCase(Locale.ROOT));
    }

    static boolean isAddress(String name) {
        return name.indexOf('@') > 0;
    }

    /// Whether this may be the id of an account, and is no address that stands in for one.
    static boolean isAccount(String user) {
        return !isNobody(user) && !isAddress(user);
    }

    static boolean isUsable(String name) {
        return !name.isBlank()
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST
                && name.chars().noneMatch(Character::isISOControl);
    }

    static String requireUsable(JsonValue holder, String member) {
        var name = holder.text(member);
        if (!isUsable(name)) {
            throw new MalformedMember(
                    holder.path() + "." + member,
                    "expected 1 to " + MOST + " bytes of visible characters, found another text");
        }
        return name;
    }
}
