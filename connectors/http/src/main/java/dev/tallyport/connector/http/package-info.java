/// What every connector needs to read a vendor over HTTP: requests that are repeated, bounded, kept
/// for a replay and free of secrets in what they report, a rule for the addresses that may be
/// asked, pages, and a JSON tree with exact numbers. Knows no vendor.
@NullMarked
package dev.tallyport.connector.http;

import org.jspecify.annotations.NullMarked;
