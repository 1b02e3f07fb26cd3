package dev.tallyport.application.reporting;

/// An answer would have more parts than are handed out at once. Its message says how many there may
/// be and what to do.
public class TooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    /// @param advice how many parts there may be, and what to do
    public TooLargeException(String advice) {
        super(advice);
        this.advice = advice;
    }

    public String advice() {
        return advice;
    }
}
