import { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Keys for systems outside the shop, and the order in which they read.
 *
 * The key of an event begins with its time: unique as before, it is also the
 * index by which the store is followed, and costs nothing more to write.
 */
export class ReaderKey1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity.reader_key (
        id text not null,
        name text not null,
        token_hash text not null,
        last_four text not null,
        scopes text[] not null,
        source_ids text[],
        expires_at timestamptz,
        revoked_at timestamptz,
        last_used_at timestamptz,
        created_at timestamptz not null,
        created_by text not null,
        constraint reader_key_pkey primary key (id),
        constraint reader_key_token_hash unique (token_hash),
        constraint reader_key_scopes check (cardinality(scopes) > 0)
      )`)
    await runner.query(`
      create index reader_key_created_at
        on activity.reader_key (created_at, id)`)
    // Forgotten in a crash, which gives every key a fresh minute.
    await runner.query(`
      create unlogged table activity.reader_rate (
        key_id text not null,
        paid_until timestamptz not null,
        constraint reader_rate_pkey primary key (key_id)
      ) with (fillfactor = 50)`)
    await runner.query(`
      alter table activity.event
        drop constraint event_pkey,
        add constraint event_pkey primary key (received_at, id)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table activity.event
        drop constraint event_pkey,
        add constraint event_pkey primary key (id, received_at)`)
    await runner.query(`drop table activity.reader_rate`)
    await runner.query(`drop table activity.reader_key`)
  }
}
