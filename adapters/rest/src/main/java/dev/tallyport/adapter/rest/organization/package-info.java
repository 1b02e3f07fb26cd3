/// The vendors' organizations and projects by name.
@NullMarked
package dev.tallyport.adapter.rest.organization;

import org.jspecify.annotations.NullMarked;
