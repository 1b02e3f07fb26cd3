package dev.tallyport.connector.described;

import dev.tallyport.connector.tck.ConnectorContract;
import dev.tallyport.connector.tck.Fixture;

final class OpenAiContractTest implements ConnectorContract {

    @Override
    public Fixture fixture() {
        return new OpenAiFixture();
    }
}
