/// Permissions, the roles that bundle them, and who was given which.
@NullMarked
package dev.tallyport.adapter.rest.role;

import org.jspecify.annotations.NullMarked;
