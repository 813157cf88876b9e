import { MigrationInterface, QueryRunner } from "typeorm"

/** The store as it begins. Partitions are made by `preparePartitions`. */
export class InitialSchema1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create sequence activity.event_id_seq`)
    await runner.query(`
      create table activity.event (
        id bigint not null default nextval('activity.event_id_seq'),
        received_at timestamptz not null,
        occurred_at timestamptz not null,
        source_id text not null,
        message_id text not null,
        type text not null,
        name text,
        anonymous_id text,
        user_id text,
        customer_id text,
        properties jsonb not null,
        context jsonb not null,
        constraint event_pkey primary key (id, received_at)
      ) partition by range (received_at)`)
    await runner.query(
      `alter sequence activity.event_id_seq owned by activity.event.id`
    )
    await runner.query(`
      create index event_occurred_at on activity.event (occurred_at, id)`)
    await runner.query(`
      create index event_anonymous_id
        on activity.event (anonymous_id, occurred_at, id)
        where anonymous_id is not null`)
    await runner.query(`
      create index event_customer_id
        on activity.event (customer_id, occurred_at, id)
        where customer_id is not null`)
    await runner.query(`
      create index event_name on activity.event (name, occurred_at, id)
        where name is not null`)
    await runner.query(`
      create table activity.event_key (
        source_id text not null,
        message_id text not null,
        seen_at timestamptz not null,
        constraint event_key_pkey primary key (source_id, message_id)
      )`)
    // Rows come in the order of time, which is what BRIN is made for.
    await runner.query(`
      create index event_key_seen_at on activity.event_key
        using brin (seen_at) with (pages_per_range = 32)`)
    await runner.query(`
      create table activity.visitor_identity (
        anonymous_id text not null,
        customer_id text not null,
        first_linked_at timestamptz not null,
        last_linked_at timestamptz not null,
        constraint visitor_identity_pkey
          primary key (anonymous_id, customer_id)
      )`)
    await runner.query(`
      create index visitor_identity_customer_id
        on activity.visitor_identity (customer_id, last_linked_at)`)
    await runner.query(`
      create table activity.dropped_event (
        source_id text not null,
        day date not null,
        reason text not null,
        count bigint not null,
        constraint dropped_event_pkey primary key (source_id, day, reason)
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table activity.dropped_event`)
    await runner.query(`drop table activity.visitor_identity`)
    await runner.query(`drop table activity.event_key`)
    await runner.query(`drop table activity.event`)
  }
}
