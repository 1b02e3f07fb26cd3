package dev.tallyport.adapter.persistence;

import dev.tallyport.application.account.Accounts;
import dev.tallyport.application.account.SignInAccount;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInAccount.Provided;
import dev.tallyport.domain.access.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A local account is kept as one of no issuer.
@ApplicationScoped
class PostgresAccounts implements Accounts {

    private static final String NOBODY = "";

    private static final String COLUMNS =
            "id, person_id, issuer, subject, login, name, address, address_verified, enabled,"
                    + " expires_at, created_at, last_signed_in_at";

    private final Database database;

    PostgresAccounts(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void lock(Provided account) {
        AdvisoryLock.PROVIDED_ACCOUNT.take(
                database, (account.issuer() + '\n' + account.subject()).hashCode());
    }

    @Override
    @Transactional
    public Optional<SignInAccount> create(Draft draft, Instant at) {
        return database
                .query(
                        "insert into account (person_id, issuer, subject, login, name, address,"
                                + " address_verified, expires_at, created_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"
                                + " returning "
                                + COLUMNS,
                        PostgresAccounts::account,
                        draft.person().id(),
                        draft.provided().map(Provided::issuer).orElse(NOBODY),
                        draft.provided().map(Provided::subject).orElse(draft.login()),
                        draft.login(),
                        draft.name(),
                        draft.address().orElse(null),
                        draft.addressVerified(),
                        draft.expiresAt().orElse(null),
                        at)
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<SignInAccount> search(String text, Optional<AccountId> after, int most) {
        @Nullable Long last = after.map(AccountId::value).orElse(null);
        return select(
                """
                where (position(lower(?) in lower(login)) > 0
                        or position(lower(?) in lower(name)) > 0
                        or position(lower(?) in lower(address)) > 0)
                    and (?::bigint is null
                        or (login, id) > (select login, id from account where id = ?))
                order by login, id limit ?
                """,
                text,
                text,
                text,
                last,
                last,
                most);
    }

    @Override
    @Transactional
    public Optional<SignInAccount> find(AccountId id) {
        return select("where id = ?", id.value()).stream().findFirst();
    }

    @Override
    @Transactional
    public Optional<SignInAccount> findLocal(String login) {
        return findProvided(new Provided(NOBODY, login));
    }

    @Override
    @Transactional
    public Optional<SignInAccount> findProvided(Provided provided) {
        return select("where issuer = ? and subject = ?", provided.issuer(), provided.subject())
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public List<SignInAccount> of(Principal.Person person) {
        return select("where person_id = ? order by login, id", person.id());
    }

    private List<SignInAccount> select(String which, @Nullable Object... parameters) {
        return database.query(
                "select " + COLUMNS + " from account " + which,
                PostgresAccounts::account,
                parameters);
    }

    private static SignInAccount account(ResultSet row) throws SQLException {
        return new SignInAccount(
                new AccountId(row.getLong("id")),
                new Principal.Person(row.getLong("person_id")),
                Optional.of(new Provided(row.getString("issuer"), row.getString("subject")))
                        .filter(provided -> !provided.issuer().equals(NOBODY)),
                row.getString("login"),
                row.getString("name"),
                Columns.maybeText(row, "address"),
                row.getBoolean("address_verified"),
                row.getBoolean("enabled"),
                Columns.maybeInstant(row, "expires_at"),
                Columns.instant(row, "created_at"),
                Columns.maybeInstant(row, "last_signed_in_at"));
    }

    @Override
    @Transactional
    public void save(SignInAccount account) {
        database.update(
                "update account set login = ?, name = ?, address = ?, address_verified = ?,"
                        + " enabled = ?, expires_at = ? where id = ?",
                account.login(),
                account.name(),
                account.address().orElse(null),
                account.addressVerified(),
                account.enabled(),
                account.expiresAt().orElse(null),
                account.id().value());
    }

    @Override
    @Transactional
    public void describe(
            AccountId id,
            String login,
            String name,
            Optional<String> address,
            boolean addressVerified) {
        database.update(
                "update account set login = ?, name = ?, address = ?, address_verified = ?"
                        + " where id = ?",
                login,
                name,
                address.orElse(null),
                addressVerified,
                id.value());
    }

    @Override
    @Transactional
    public boolean stillHas(AccountId id, String passwordHash) {
        return !database.query(
                        "select 1 from account where id = ? and password_hash = ? and enabled"
                                + " for share",
                        row -> row.getInt(1),
                        id.value(),
                        passwordHash)
                .isEmpty();
    }

    @Override
    @Transactional
    public void remove(AccountId id) {
        database.query(
                        "delete from account where id = ? returning person_id",
                        row -> row.getLong(1),
                        id.value())
                .forEach(this::removeWhatNobodyKeeps);
    }

    private void removeWhatNobodyKeeps(long person) {
        for (var kept : List.of("saved_view", "preferences")) {
            database.update(
                    """
                    with one as (select people_within(person_root(?)) as id)
                    delete from %s where person_id in (select id from one)
                        and not exists (
                            select from account where person_id in (select id from one))
                    """
                            .formatted(kept),
                    person);
        }
    }

    @Override
    @Transactional
    public void signedIn(AccountId id, Instant at) {
        database.update("update account set last_signed_in_at = ? where id = ?", at, id.value());
    }

    @Override
    @Transactional
    public Optional<String> passwordHash(AccountId id) {
        return database
                .query(
                        "select password_hash from account"
                                + " where id = ? and password_hash is not null",
                        row -> row.getString(1),
                        id.value())
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public void setPasswordHash(AccountId id, String hash) {
        database.update("update account set password_hash = ? where id = ?", hash, id.value());
        database.update("delete from password_reset where account_id = ?", id.value());
    }

    @Override
    @Transactional
    public void offerReset(AccountId id, String digest, Instant until) {
        database.update(
                "insert into password_reset (account_id, digest, ends_at) values (?, ?, ?)"
                        + " on conflict (account_id) do update"
                        + " set digest = excluded.digest, ends_at = excluded.ends_at",
                id.value(),
                digest,
                until);
    }

    @Override
    @Transactional
    public Optional<AccountId> takeReset(String digest, Instant now) {
        return database
                .query(
                        "delete from password_reset where digest = ? and ends_at > ?"
                                + " returning account_id",
                        row -> new AccountId(row.getLong(1)),
                        digest,
                        now)
                .stream()
                .findFirst();
    }
}
