/// What somebody is told about themselves, and who else may see it.
@NullMarked
package dev.tallyport.application.oneself;

import org.jspecify.annotations.NullMarked;
