package com.example.sample;

import dev.tallyport.connector.tck.ConnectorContract;
import dev.tallyport.connector.tck.Fixture;

final class SampleContractTest implements ConnectorContract {

    @Override
    public Fixture fixture() {
        return new SampleFixture();
    }
}
