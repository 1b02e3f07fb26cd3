package dev.tallyport.adapter.rest;

import dev.tallyport.application.source.SourceSetup;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.domain.source.SourceName;
import java.util.Optional;

/// A source that is set up, or was read once, or both.
///
/// @param state empty until it was first read
/// @param setup empty when it is set up no longer
record KnownSource(
        SourceName name,
        String connector,
        Optional<SourceState> state,
        Optional<SourceSetup> setup) {}
