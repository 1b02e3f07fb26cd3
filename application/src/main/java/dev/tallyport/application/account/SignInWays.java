package dev.tallyport.application.account;

/// How people sign in to this installation, as its operator decided.
///
/// @param password to local accounts; false for none: their sessions and passwords are worth
///   nothing
/// @param provider at an identity provider
public record SignInWays(boolean password, boolean provider) {}
