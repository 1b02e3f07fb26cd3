package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.tck.ConnectorContract;
import dev.tallyport.connector.tck.Figure;
import dev.tallyport.connector.tck.Fixture;
import java.util.Optional;

final class FocusContractTest implements ConnectorContract {

    private static final String HEADER =
            "ChargePeriodStart,ChargePeriodEnd,BillingCurrency,BilledCost,SubAccountId,ServiceName,Tags";

    @Override
    public Fixture fixture() {
        return new FolderFixture(
                FocusConnector::new,
                "billed-cost",
                Optional.of("USD"),
                HEADER,
                FocusContractTest::rowOf);
    }

    private static String rowOf(Figure figure) {
        var dimensions = figure.dimensions();
        return "%s,%s,USD,%s,%s,%s,\"{\"\"user\"\": \"\"%s\"\", \"\"model\"\": \"\"%s\"\"}\""
                .formatted(
                        figure.day(),
                        figure.day().plusDays(1),
                        figure.quantity().toPlainString(),
                        dimensions.get(Dimension.ORGANIZATION),
                        dimensions.get(Dimension.PRODUCT),
                        dimensions.get(Dimension.USER),
                        dimensions.get(Dimension.MODEL));
    }
}
