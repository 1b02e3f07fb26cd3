package dev.tallyport.connector.codemie;

import dev.tallyport.connector.tck.ConnectorContract;
import dev.tallyport.connector.tck.Fixture;

final class CodeMieContractTest implements ConnectorContract {

    @Override
    public Fixture fixture() {
        return new CodeMieFixture();
    }
}
