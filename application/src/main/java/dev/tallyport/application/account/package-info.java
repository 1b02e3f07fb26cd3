/// How people sign in: local accounts and those of an identity provider.
@NullMarked
package dev.tallyport.application.account;

import org.jspecify.annotations.NullMarked;
