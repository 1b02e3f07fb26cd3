package dev.tallyport.bootstrap.startup;

import io.quarkus.runtime.configuration.ConfigurationException;

/// Tallyport must not start, for a reason that the operator can do something about. The message is
/// all that the operator gets to see; Quarkus, too, prints no more of its kind of exception.
public final class StartRefusedException extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    private final String message;

    public StartRefusedException(String message) {
        super(message);
        this.message = message;
    }

    public StartRefusedException(String message, Throwable cause) {
        super(message, cause);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }
}
