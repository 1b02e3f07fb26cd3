package dev.tallyport.connector.tck;

/// The whole contract. A connector passes it by a test class that implements this interface and
/// brings nothing but a fixture:
///
/// ```java
/// final class AcmeContractTest implements ConnectorContract {
///     @Override
///     public Fixture fixture() {
///         return new AcmeFixture();
///     }
/// }
/// ```
///
/// One that asks its vendor otherwise than over HTTP implements those of the contracts below that
/// need no HTTP.
public interface ConnectorContract
        extends SettingsContract,
                CheckContract,
                ReadContract,
                ResumeContract,
                RestatementContract,
                TotalsContract,
                FaultContract,
                AnswerContract,
                RepetitionContract,
                SecretContract,
                CancellationContract,
                ReplayContract,
                ScaleContract {}
