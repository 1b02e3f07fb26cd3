/// Reads what an installation of CodeMie says of its own usage: nobody else's rules of days, ids
/// and tables belong here.
@NullMarked
package dev.tallyport.connector.codemie;

import org.jspecify.annotations.NullMarked;
