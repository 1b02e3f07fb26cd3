package dev.tallyport.connector.codemie;

import dev.tallyport.connector.tck.HttpConnectorContract;
import dev.tallyport.connector.tck.HttpFixture;

final class CodeMieContractTest implements HttpConnectorContract {

    @Override
    public HttpFixture fixture() {
        return new CodeMieFixture();
    }
}
