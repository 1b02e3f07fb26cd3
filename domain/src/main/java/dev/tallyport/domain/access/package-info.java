/// Who may see what, decided purely. Nothing here knows how somebody proved who they are.
@NullMarked
package dev.tallyport.domain.access;

import org.jspecify.annotations.NullMarked;
