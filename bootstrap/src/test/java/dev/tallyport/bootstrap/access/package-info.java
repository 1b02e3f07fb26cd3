/// Who sees what, asked over HTTP.
@NullMarked
package dev.tallyport.bootstrap.access;

import org.jspecify.annotations.NullMarked;
