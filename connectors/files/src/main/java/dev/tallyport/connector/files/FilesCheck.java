package dev.tallyport.connector.files;

import dev.tallyport.connector.spi.CheckResult;
import dev.tallyport.connector.spi.ConnectorException;

/// Whether the files are there and their headers are what is expected; no row is looked at.
final class FilesCheck {

    private FilesCheck() {}

    static CheckResult check(String path, Layout layout) {
        try {
            var folder = Folder.at(path);
            for (var file : folder.files()) {
                Table.open(file, layout).close();
            }
            return new CheckResult.Ok(folder.notes());
        } catch (ConnectorException e) {
            return switch (e.kind()) {
                case MISCONFIGURED, UNAUTHORIZED, MALFORMED_RESPONSE ->
                        new CheckResult.Misconfigured(Values.PATH.key(), e.getMessage());
                case RATE_LIMITED, UNAVAILABLE -> new CheckResult.Unavailable(e.getMessage());
            };
        }
    }
}
