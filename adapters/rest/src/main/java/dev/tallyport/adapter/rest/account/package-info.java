/// Accounts of every kind, for those who manage them.
@NullMarked
package dev.tallyport.adapter.rest.account;

import org.jspecify.annotations.NullMarked;
