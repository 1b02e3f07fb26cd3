package dev.tallyport.application.source;

import java.util.List;

/// The sources that the configuration declares, valid against their connectors' settings. They
/// never change while the application runs.
public interface SourcesInConfiguration {

    List<DeclaredSource> all();
}
