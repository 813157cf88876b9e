import { MigrationInterface, QueryRunner } from "typeorm"

/** What remains of events when they are gone: counts by day, and visits. */
export class Facts1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Counts are updated in place: no index holds them, and there is room.
    await runner.query(`
      create table activity.daily_fact (
        day date not null,
        source_id text not null,
        kind text not null,
        value text not null,
        events bigint not null,
        constraint daily_fact_pkey primary key (day, source_id, kind, value)
      ) with (fillfactor = 75)`)
    await runner.query(`
      create index daily_fact_kind on activity.daily_fact (kind, day)`)
    await runner.query(`
      create table activity.visit (
        id uuid not null,
        source_id text not null,
        anonymous_id text not null,
        started_at timestamptz not null,
        ended_at timestamptz not null,
        day date not null,
        pages int not null,
        events int not null,
        entry_path text,
        entry_at timestamptz,
        exit_path text,
        exit_at timestamptz,
        referrer text,
        source text not null,
        medium text not null,
        campaign text,
        is_tagged boolean not null,
        device text not null,
        is_bounce boolean not null,
        is_returning boolean not null,
        is_first_of_day boolean not null,
        bucket smallint not null,
        constraint visit_pkey primary key (anonymous_id, started_at, source_id)
      ) partition by range (started_at)`)
    await runner.query(`
      create index visit_bucket on activity.visit (bucket, day)
        include (anonymous_id, started_at)`)
    await runner.query(`
      create table activity.rollup_state (
        name text not null,
        received_at timestamptz,
        event_id bigint,
        updated_at timestamptz not null,
        constraint rollup_state_pkey primary key (name)
      )`)
    await runner.query(`
      insert into activity.rollup_state (name, updated_at)
      values ('events', now())`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table activity.rollup_state`)
    await runner.query(`drop table activity.visit`)
    await runner.query(`drop table activity.daily_fact`)
  }
}
