/// Features that are off unless somebody switched them on, and the rule that says so.
@NullMarked
package dev.tallyport.domain.flag;

import org.jspecify.annotations.NullMarked;
