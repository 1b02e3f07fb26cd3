/// The vendors' accounts that usage is read from: what was declared, and how each of them stands.
@NullMarked
package dev.tallyport.application.source;

import org.jspecify.annotations.NullMarked;
