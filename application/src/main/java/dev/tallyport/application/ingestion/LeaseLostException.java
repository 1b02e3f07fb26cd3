package dev.tallyport.application.ingestion;

/// Another instance writes this source now.
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeaseLostException(Lease lease) {
        super("the lease of source " + lease.source().value() + " was lost by " + lease.owner());
    }
}
