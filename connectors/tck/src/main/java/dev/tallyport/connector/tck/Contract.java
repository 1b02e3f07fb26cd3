package dev.tallyport.connector.tck;

import org.junit.jupiter.api.Timeout;

/// What all contracts need.
@Timeout(300)
public interface Contract {

    /// A fresh connector beside a fresh vendor. The contract closes it.
    Fixture fixture();
}
