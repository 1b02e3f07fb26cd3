/// What other modules ask for by type and only the finished application can give.
@NullMarked
package dev.tallyport.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
