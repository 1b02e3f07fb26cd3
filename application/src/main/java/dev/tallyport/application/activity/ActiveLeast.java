package dev.tallyport.application.activity;

/// What makes somebody active in a period: at least so many sessions, or so many searches.
public record ActiveLeast(int sessions, int searches) {

    /// A session or a search.
    public static final ActiveLeast ANYTHING = new ActiveLeast(1, 1);

    public ActiveLeast {
        if (sessions < 1 || searches < 1) {
            throw new IllegalArgumentException(
                    "Whoever did nothing is not active: expected at least 1 session or search,"
                            + " found "
                            + sessions
                            + " and "
                            + searches);
        }
    }
}
