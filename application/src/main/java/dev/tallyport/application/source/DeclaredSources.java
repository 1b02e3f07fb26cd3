package dev.tallyport.application.source;

import java.util.List;

/// The sources that this installation is told to read, valid against their connectors' settings.
public interface DeclaredSources {

    List<DeclaredSource> all();
}
