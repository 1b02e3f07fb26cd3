package dev.tallyport.connector.described;

import dev.tallyport.connector.tck.HttpConnectorContract;
import dev.tallyport.connector.tck.HttpFixture;

final class OpenAiContractTest implements HttpConnectorContract {

    @Override
    public HttpFixture fixture() {
        return new OpenAiFixture();
    }
}
