/// How a start is refused. What makes it refused is said where it is found.
@NullMarked
package dev.tallyport.bootstrap.startup;

import org.jspecify.annotations.NullMarked;
