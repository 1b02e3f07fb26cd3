package dev.tallyport.connector.devin;

import dev.tallyport.connector.tck.ConnectorContract;
import dev.tallyport.connector.tck.Fixture;

final class DevinContractTest implements ConnectorContract {

    @Override
    public Fixture fixture() {
        return new DevinFixture();
    }
}
