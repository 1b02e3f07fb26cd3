package dev.tallyport.connector.devin;

import dev.tallyport.connector.tck.HttpConnectorContract;
import dev.tallyport.connector.tck.HttpFixture;

final class DevinContractTest implements HttpConnectorContract {

    @Override
    public HttpFixture fixture() {
        return new DevinFixture();
    }
}
