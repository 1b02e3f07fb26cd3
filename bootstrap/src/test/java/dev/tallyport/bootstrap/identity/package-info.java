/// A real Keycloak to sign in at, and what tests ask of it.
@NullMarked
package dev.tallyport.bootstrap.identity;

import org.jspecify.annotations.NullMarked;
