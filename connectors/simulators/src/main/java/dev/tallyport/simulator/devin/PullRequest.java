package dev.tallyport.simulator.devin;

import org.jspecify.annotations.Nullable;

/// A change that a session proposed.
///
/// @param state open, closed or merged; null when the vendor does not know
public record PullRequest(String url, @Nullable String state) {

    /// Such as `acme/payments-api`.
    String repository() {
        var segments = url.split("/", -1);
        return segments.length > 4 ? segments[3] + "/" + segments[4] : "";
    }
}
