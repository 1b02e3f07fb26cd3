package dev.tallyport.application.access;

import dev.tallyport.domain.access.Viewer;
import java.util.Optional;

/// Who sent the request that is being answered.
public interface CurrentViewer {

    /// Empty when nobody proved anything: no credential, or none that is known.
    Optional<Viewer> viewer();
}
