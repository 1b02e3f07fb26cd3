package dev.tallyport.connector.described;

import java.util.Optional;

/// How an answer goes on.
sealed interface Paging {

    /// One answer is all.
    record None() implements Paging {}

    /// @param next the member with the cursor of the page that follows, missing on the last one
    /// @param more the member that says whether another one follows, if there is one
    record Cursor(String parameter, MemberPath next, Optional<MemberPath> more) implements Paging {}

    /// @param first the number of the first page
    /// @param more the member that says whether another one follows
    record PageNumber(String parameter, int first, MemberPath more) implements Paging {}

    /// @param items the list whose length is skipped
    /// @param more the member that says whether another one follows
    record Offset(String parameter, ItemPath items, MemberPath more) implements Paging {}

    /// The header `Link` with `rel="next"`.
    record Link() implements Paging {}
}
