/// Signing in to a local account with a password, and who is signed in.
@NullMarked
package dev.tallyport.adapter.rest.session;

import org.jspecify.annotations.NullMarked;
