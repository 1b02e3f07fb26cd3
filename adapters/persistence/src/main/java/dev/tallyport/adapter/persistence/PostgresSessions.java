package dev.tallyport.adapter.persistence;

import dev.tallyport.application.account.Sessions;
import dev.tallyport.application.account.SignInAccount.AccountId;
import dev.tallyport.application.account.SignInAccount.Provided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class PostgresSessions implements Sessions {

    private final Database database;

    PostgresSessions(Database database) {
        this.database = database;
    }

    @Override
    @Transactional
    public void start(AccountId account, String digest, Instant at, Instant until) {
        database.update(
                "insert into session (account_id, digest, started_at, ends_at)"
                        + " values (?, ?, ?, ?)",
                account.value(),
                digest,
                at,
                until);
    }

    @Override
    @Transactional
    public Optional<AccountId> account(String digest, Instant now) {
        return database
                .query(
                        "select account_id from session where digest = ? and ends_at > ?",
                        row -> new AccountId(row.getLong(1)),
                        digest,
                        now)
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public void end(String digest) {
        database.update("delete from session where digest = ?", digest);
        database.update("delete from provider_session where digest = ?", digest);
    }

    @Override
    @Transactional
    public void endAll(AccountId account, Optional<String> except) {
        database.update(
                "delete from session where account_id = ? and digest is distinct from ?",
                account.value(),
                except.orElse(null));
    }

    @Override
    @Transactional
    public void keep(String digest, Provided account, byte[] sealed, Instant until) {
        database.update(
                """
                insert into provider_session (digest, issuer, subject, sealed, ends_at)
                values (?, ?, ?, ?, ?)
                on conflict (digest) do update
                set issuer = excluded.issuer, subject = excluded.subject,
                    sealed = excluded.sealed, ends_at = excluded.ends_at
                """,
                digest,
                account.issuer(),
                account.subject(),
                sealed,
                until);
    }

    @Override
    @Transactional
    public boolean renew(String digest, byte[] sealed, Instant until) {
        return database.update(
                        "update provider_session set sealed = ?, ends_at = ? where digest = ?",
                        sealed,
                        until,
                        digest)
                > 0;
    }

    @Override
    @Transactional
    public Optional<byte[]> kept(String digest, Instant now) {
        return database
                .query(
                        "select sealed from provider_session where digest = ? and ends_at > ?",
                        row -> row.getBytes(1),
                        digest,
                        now)
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public void endAll(Provided account) {
        database.update(
                "delete from provider_session where issuer = ? and subject = ?",
                account.issuer(),
                account.subject());
    }

    @Override
    @Transactional
    public void sweep(Instant now) {
        database.update("delete from session where ends_at <= ?", now);
        database.update("delete from provider_session where ends_at <= ?", now);
        database.update("delete from password_reset where ends_at <= ?", now);
    }
}
