package dev.tallyport.application.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// How far sources that are managed through the API may reach from this machine.
public interface Reach {

    /// Why an address must not be asked, in words; empty when it may be. Looks its host up.
    Optional<String> refusal(URI address);

    /// Why a file or folder must not be read, in words; empty when it may be. Says nothing of what
    /// lies where nothing may be read.
    Optional<String> refusal(Path place);
}
