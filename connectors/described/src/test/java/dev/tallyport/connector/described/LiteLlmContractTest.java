package dev.tallyport.connector.described;

import dev.tallyport.connector.tck.HttpConnectorContract;
import dev.tallyport.connector.tck.HttpFixture;

final class LiteLlmContractTest implements HttpConnectorContract {

    @Override
    public HttpFixture fixture() {
        return new LiteLlmFixture();
    }
}
