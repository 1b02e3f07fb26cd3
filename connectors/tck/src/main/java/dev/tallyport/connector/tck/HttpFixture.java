package dev.tallyport.connector.tck;

/// A connector beside a vendor that is asked over HTTP.
public interface HttpFixture extends Fixture {

    /// The vendor that [#settings] leads to.
    StubVendor vendor();

    Shape shape();
}
