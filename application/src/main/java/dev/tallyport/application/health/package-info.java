/// Whether sources can be relied on: how far their data reach, and what stands against it.
@NullMarked
package dev.tallyport.application.health;

import org.jspecify.annotations.NullMarked;
