package dev.tallyport.application.role;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;

/// Sees to it that an installation in which somebody can manage membership goes on having one.
@ApplicationScoped
public class KeepSomebodyManaging {

    /// What stands against a change that would leave nobody.
    public static final String REASON =
            "Nobody could manage membership any more. Give a role with ManageAccountMembership to"
                    + " another person who has an account first.";

    private final Roles roles;
    private final RoleCatalog catalog;
    private final InstantSource clock;

    KeepSomebodyManaging(Roles roles, RoleCatalog catalog, InstantSource clock) {
        this.roles = roles;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// Makes a change within the transaction that is open, one such change at a time.
    ///
    /// @throws NobodyLeftException when nobody could manage membership after it, and somebody could
    ///   before; the transaction must then be rolled back
    @Transactional(TxType.MANDATORY)
    public void during(Runnable change) {
        roles.lockMembership();
        var now = clock.instant();
        var before = catalog.managers(now);
        change.run();
        if (before > 0 && catalog.managers(now) == 0) {
            throw new NobodyLeftException();
        }
    }

    /// Rolls the change back that would leave nobody.
    public static final class NobodyLeftException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NobodyLeftException() {
            super(REASON, null, false, false);
        }
    }
}
