package dev.tallyport.application.serviceuser;

/// Secrets that are told apart by their numbers.
public final class NumberedSecrets implements Secrets {

    private int made;

    @Override
    public String newKey() {
        made++;
        return "cog_tp_%04d_known-to-its-holder".formatted(made);
    }

    @Override
    public boolean mayBeKey(String text) {
        return text.startsWith("cog_tp_");
    }

    @Override
    public String prefixOf(String key) {
        return key.substring(0, "cog_tp_0001".length());
    }

    @Override
    public String newToken() {
        made++;
        return "token-%04d-known-to-its-holder".formatted(made);
    }

    @Override
    public String digestOf(String text) {
        return "digest-" + Integer.toHexString(text.hashCode());
    }
}
