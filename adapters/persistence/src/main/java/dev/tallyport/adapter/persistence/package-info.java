/// Keeps everything in PostgreSQL: the ledger with SQL that a cluster can distribute by `shard`,
/// what stands beside it with Hibernate ORM.
@NullMarked
package dev.tallyport.adapter.persistence;

import org.jspecify.annotations.NullMarked;
