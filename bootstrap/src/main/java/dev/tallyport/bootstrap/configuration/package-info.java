/// What the operator asks for: reading it from wherever it was written, and saying what is wrong.
@NullMarked
package dev.tallyport.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
