package dev.tallyport.domain.view;

import java.util.regex.Pattern;

/// Where a page of this application is, and what it asks. Behind whatever server's address it is
/// put, it leads to that server, and nowhere but to this path.
///
/// @param path from the root on, such as `/explore`, at most 500 characters
/// @param query without its question mark, such as `period=last-30-days`, at most 7500 characters;
///   empty for none
public record PageAddress(String path, String query) {

    /// Together at most 8 kB, since every character is one byte.
    public static final int LONGEST_PATH = 500;

    public static final int LONGEST_QUERY = 7500;

    /// What may stand for itself in a path by RFC 3986.
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*");

    /// What browsers leave as it is in a query, but for the backslash.
    private static final Pattern QUERY = Pattern.compile("(?!\\?)[!-~&&[^\"#<>\\\\]]*");

    /// A percent sign that encodes nothing, or a control character.
    private static final Pattern BAD_ENCODING =
            Pattern.compile("%(?![2-9A-Fa-f][0-9A-Fa-f])|%7[Ff]");

    /// Another server, a step up, or a slash or backslash in disguise: what browsers and proxies
    /// read as another path.
    private static final Pattern ELSEWHERE =
            Pattern.compile("//|/(?:\\.|%2[Ee]){1,2}(?:/|$)|%2[Ff]|%5[Cc]");

    public PageAddress {
        if (!isPath(path)) {
            throw new IllegalArgumentException(
                    "A page's path begins with one slash and leads nowhere else, such as /explore,"
                            + " not '"
                            + path
                            + "'.");
        }
        if (!isQuery(query)) {
            throw new IllegalArgumentException(
                    "A page's query is encoded and has no question mark before it, such as"
                            + " groupBy=product, not '"
                            + query
                            + "'.");
        }
    }

    public static boolean isPath(String text) {
        return text.length() <= LONGEST_PATH
                && PATH.matcher(text).matches()
                && !BAD_ENCODING.matcher(text).find()
                && !ELSEWHERE.matcher(text).find();
    }

    public static boolean isQuery(String text) {
        return text.length() <= LONGEST_QUERY
                && QUERY.matcher(text).matches()
                && !BAD_ENCODING.matcher(text).find();
    }

    /// As a browser shows it behind the server's address.
    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
