package dev.tallyport.application.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Whatever is set up, not paused, and in no trouble.
@ApplicationScoped
class SourcesToRead implements DeclaredSources {

    private final SourceSetups setups;

    SourcesToRead(SourceSetups setups) {
        this.setups = setups;
    }

    @Override
    public List<DeclaredSource> all() {
        return setups.all().stream()
                .filter(setup -> !setup.paused())
                .flatMap(setup -> setup.readable().stream())
                .toList();
    }
}
