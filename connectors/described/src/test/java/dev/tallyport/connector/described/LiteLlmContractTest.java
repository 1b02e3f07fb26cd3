package dev.tallyport.connector.described;

import dev.tallyport.connector.tck.CancellationContract;
import dev.tallyport.connector.tck.CheckContract;
import dev.tallyport.connector.tck.FaultContract;
import dev.tallyport.connector.tck.Fixture;
import dev.tallyport.connector.tck.ReadContract;
import dev.tallyport.connector.tck.RepetitionContract;
import dev.tallyport.connector.tck.ReplayContract;
import dev.tallyport.connector.tck.RestatementContract;
import dev.tallyport.connector.tck.ResumeContract;
import dev.tallyport.connector.tck.SecretContract;
import dev.tallyport.connector.tck.SettingsContract;
import dev.tallyport.connector.tck.TotalsContract;

/// All but two contracts. The one on answers puts members into every object, which in an object
/// whose members are models are models that make no sense. The one on scale has no pages to grow:
/// the proxy answers a day at once.
final class LiteLlmContractTest
        implements SettingsContract,
                CheckContract,
                ReadContract,
                ResumeContract,
                RestatementContract,
                TotalsContract,
                FaultContract,
                RepetitionContract,
                SecretContract,
                CancellationContract,
                ReplayContract {

    @Override
    public Fixture fixture() {
        return new LiteLlmFixture();
    }
}
