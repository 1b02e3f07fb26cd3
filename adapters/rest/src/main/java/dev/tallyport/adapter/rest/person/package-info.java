/// Who is who: people, and the vendors' users they are.
@NullMarked
package dev.tallyport.adapter.rest.person;

import org.jspecify.annotations.NullMarked;
