package dev.tallyport.connector.tck;

/// What the contracts need that stand between a connector and its vendor.
public interface HttpContract extends Contract {

    @Override
    HttpFixture fixture();
}
