package dev.tallyport.adapter.security;

/// What a request proves who sent it by. It has yet to be found good.
sealed interface Proof {

    /// The key of the configuration, compared already.
    record BootstrapKey() implements Proof {}

    /// A key that this installation handed out.
    record Key(String key) implements Proof {

        @Override
        public String toString() {
            return "Key[hidden]";
        }
    }

    /// What a session's cookie holds.
    record SessionToken(String token) implements Proof {

        @Override
        public String toString() {
            return "SessionToken[hidden]";
        }
    }
}
