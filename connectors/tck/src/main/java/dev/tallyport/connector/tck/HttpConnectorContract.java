package dev.tallyport.connector.tck;

/// The whole contract. A connector passes it by a test class that implements this interface and
/// brings nothing but a fixture:
///
/// ```java
/// final class AcmeContractTest implements HttpConnectorContract {
///     @Override
///     public HttpFixture fixture() {
///         return new AcmeFixture();
///     }
/// }
/// ```
public interface HttpConnectorContract
        extends ConnectorContract,
                RefusalContract,
                FaultContract,
                AnswerContract,
                RepetitionContract,
                QuotationContract,
                WaitingContract,
                ReplayContract {}
