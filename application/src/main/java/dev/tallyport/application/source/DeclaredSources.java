package dev.tallyport.application.source;

import java.util.List;

/// The sources that this installation is told to read now, valid against their connectors'
/// settings. Every instance sees a change at once.
public interface DeclaredSources {

    List<DeclaredSource> all();
}
