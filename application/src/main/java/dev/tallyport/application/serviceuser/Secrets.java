package dev.tallyport.application.serviceuser;

/// Makes what only its holder may know, and recognises it by its digest.
public interface Secrets {

    /// A key that cannot be guessed. It begins with `cog_tp_`: clients written for Devin recognise
    /// a service user's key by `cog_`.
    String newKey();

    /// False for whatever this installation never handed out as a key, without looking it up.
    boolean mayBeKey(String text);

    /// Its first characters, to tell it from others by; too few to guess the rest.
    String prefixOf(String key);

    /// A token that cannot be guessed, of characters that need no encoding in an address.
    String newToken();

    /// Always the same for the same text, and of no use to find it.
    String digestOf(String text);
}
