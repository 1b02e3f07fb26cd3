/// The PostgreSQL that Tallyport brings along and runs in its own data folder. Nothing here knows
/// what is kept in it.
@NullMarked
package dev.tallyport.bootstrap.database;

import org.jspecify.annotations.NullMarked;
