package dev.tallyport.connector.tck;

/// A guarantee that was not kept: what was expected, what was found, and what to do.
final class Breach extends AssertionError {

    private static final long serialVersionUID = 1L;

    Breach(String expected, String found, String remedy) {
        super("\nexpected: %s\nfound:    %s\nto do:    %s".formatted(expected, found, remedy));
    }

    Breach(String expected, Throwable found, String remedy) {
        this(expected, "it threw " + found, remedy);
        initCause(found);
    }

    static void unless(boolean kept, String expected, Object found, String remedy) {
        if (!kept) {
            throw new Breach(expected, String.valueOf(found), remedy);
        }
    }
}
