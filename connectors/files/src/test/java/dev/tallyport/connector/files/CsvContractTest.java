package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.Dimension;
import dev.tallyport.connector.tck.ConnectorContract;
import dev.tallyport.connector.tck.Figure;
import dev.tallyport.connector.tck.Fixture;
import java.util.Optional;

final class CsvContractTest implements ConnectorContract {

    @Override
    public Fixture fixture() {
        return new FolderFixture(
                CsvConnector::new,
                "output-tokens",
                Optional.empty(),
                "day,meter,quantity,organization,product,user_email,model",
                CsvContractTest::rowOf);
    }

    private static String rowOf(Figure figure) {
        var dimensions = figure.dimensions();
        return "%s,output-tokens,%s,%s,%s,%s,%s"
                .formatted(
                        figure.day(),
                        figure.quantity().toPlainString(),
                        dimensions.get(Dimension.ORGANIZATION),
                        dimensions.get(Dimension.PRODUCT),
                        dimensions.get(Dimension.USER),
                        dimensions.get(Dimension.MODEL));
    }
}
