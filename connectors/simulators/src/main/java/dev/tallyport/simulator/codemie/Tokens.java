package dev.tallyport.simulator.codemie;

/// Tokens of a model. The four kinds are disjoint.
public record Tokens(long input, long cached, long cacheCreation, long output) {

    static final Tokens NONE = new Tokens(0, 0, 0, 0);

    public long total() {
        return input + cached + cacheCreation + output;
    }
}
