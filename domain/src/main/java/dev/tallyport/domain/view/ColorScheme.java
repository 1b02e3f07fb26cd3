package dev.tallyport.domain.view;

/// The colours of pages.
public enum ColorScheme {
    LIGHT,
    DARK,
    /// As the device is set.
    AUTO
}
