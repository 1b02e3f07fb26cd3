package dev.tallyport.application.access;

import dev.tallyport.domain.access.Visibility;

/// Somebody who proved who they are.
///
/// @param name for logs and records, never a credential
/// @param visibility whose usage they may see
public record Viewer(String name, Visibility visibility) {}
