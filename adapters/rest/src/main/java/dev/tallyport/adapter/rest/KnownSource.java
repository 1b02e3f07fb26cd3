package dev.tallyport.adapter.rest;

import dev.tallyport.application.source.DeclaredSource;
import dev.tallyport.application.source.SourceState;
import dev.tallyport.domain.source.SourceName;
import java.util.Optional;

/// A source that is declared, or was read once, or both.
///
/// @param state empty until it was first read
/// @param declared empty when it is declared no longer
record KnownSource(
        SourceName name,
        String connector,
        Optional<SourceState> state,
        Optional<DeclaredSource> declared) {}
