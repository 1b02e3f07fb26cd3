package dev.tallyport.domain.access;

/// A permission where it was given. One that does not count there allows nothing.
public record Grant(Permission permission, Scope scope) {

    boolean counts() {
        return permission.countsIn(scope);
    }
}
