package dev.tallyport.adapter.persistence;

/// What only one transaction of all instances does at a time. A lock is given back when its
/// transaction ends.
enum AdvisoryLock {
    /// Changing who may manage membership.
    MEMBERSHIP(0x74616C01),
    /// Recording in the audit log.
    AUDIT(0x74616C02),
    /// Creating the account of somebody whom an identity provider speaks of.
    PROVIDED_ACCOUNT(0x74616C03),
    /// Granting rights to the application's role; taken by `afterMigrate.sql`.
    GRANTS(0x74616C04),
    /// Encrypting the credentials of sources anew.
    SECRETS(0x74616C05),
    /// Changing rates.
    RATES(0x74616C06),
    /// Adding and changing views of one owner.
    VIEWS(0x74616C07);

    final int number;

    AdvisoryLock(int number) {
        this.number = number;
    }

    void take(Database database) {
        take(database, 0);
    }

    /// @param which tells apart what may be done at once
    void take(Database database, int which) {
        database.query("select pg_advisory_xact_lock(?, ?)", _ -> true, number, which);
    }
}
