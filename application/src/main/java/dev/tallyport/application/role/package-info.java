/// Which permissions go together, and who was given them where.
@NullMarked
package dev.tallyport.application.role;

import org.jspecify.annotations.NullMarked;
