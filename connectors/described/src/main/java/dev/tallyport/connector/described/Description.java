package dev.tallyport.connector.described;

import dev.tallyport.connector.spi.ConnectorDescriptor;
import dev.tallyport.connector.spi.Setting;
import java.time.Period;
import java.util.List;

/// A vendor as its file describes it.
///
/// @param file where it was read from
/// @param address the setting with the address in front of every path
/// @param history how far before today a read reaches
/// @param checks the requests that are tried when settings are checked
record Description(
        String file,
        ConnectorDescriptor descriptor,
        Setting address,
        Authentication authentication,
        Period history,
        List<Request> requests,
        List<Request> checks) {

    /// A setting that every described vendor has.
    static final Setting REQUEST_TIMEOUT =
            Setting.optional(
                    "request-timeout",
                    Setting.Type.DURATION,
                    "PT60S",
                    "How long one request may take, from connecting to the end of its answer.");

    Description {
        requests = List.copyOf(requests);
        checks = List.copyOf(checks);
    }
}
