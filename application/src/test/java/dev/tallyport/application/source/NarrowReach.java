package dev.tallyport.application.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Lets sources reach everything but the host `inside.example`, and files below `/exports`.
final class NarrowReach implements Reach {

    @Override
    public Optional<String> refusal(URI address) {
        return "inside.example".equals(address.getHost())
                ? Optional.of("one that leads inside")
                : Optional.empty();
    }

    @Override
    public Optional<String> refusal(Path place) {
        return place.startsWith("/exports") ? Optional.empty() : Optional.of("one outside");
    }
}
