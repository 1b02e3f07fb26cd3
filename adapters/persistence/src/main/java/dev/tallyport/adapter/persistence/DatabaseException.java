package dev.tallyport.adapter.persistence;

import java.sql.SQLException;

/// The database refused or could not be reached; nothing of the transaction was stored.
final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super("the database failed: " + cause.getMessage(), cause);
    }
}
