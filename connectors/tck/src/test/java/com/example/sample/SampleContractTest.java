package com.example.sample;

import dev.tallyport.connector.tck.HttpConnectorContract;
import dev.tallyport.connector.tck.HttpFixture;

final class SampleContractTest implements HttpConnectorContract {

    @Override
    public HttpFixture fixture() {
        return new SampleFixture();
    }
}
