package dev.tallyport.connector.devin;

import dev.tallyport.connector.spi.Reject;
import java.util.ArrayList;
import java.util.List;

/// What could not be understood, on its way to the platform.
final class Rejects {

    /// Rejects beyond which a batch only counts them: a vendor that answers rubbish throughout says
    /// so often enough.
    private static final int MOST = 200;

    private Rejects() {}

    static List<Reject> few(List<Reject> rejects) {
        if (rejects.size() <= MOST) {
            return List.copyOf(rejects);
        }
        var few = new ArrayList<>(rejects.subList(0, MOST));
        few.add(
                new Reject(
                        "many",
                        "$",
                        "more than " + MOST + " records of one batch were not understood"));
        return few;
    }
}
