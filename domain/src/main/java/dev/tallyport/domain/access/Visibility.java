package dev.tallyport.domain.access;

/// Whose usage somebody may see. No question can be asked without one; on doubt it is [Nothing].
public sealed interface Visibility {

    /// All usage of all sources.
    record Everything() implements Visibility {}

    /// No usage at all, whatever is asked.
    record Nothing() implements Visibility {}
}
