import { MigrationInterface, QueryRunner } from "typeorm"

/** Whose turn it is at a browser, log-ins, and the devices they came from. */
export class Identity1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity.visitor_turn (
        anonymous_id text not null,
        started_at timestamptz not null,
        customer_id text,
        constraint visitor_turn_pkey primary key (anonymous_id, started_at)
      )`)
    await runner.query(`
      insert into activity.visitor_turn (anonymous_id, started_at, customer_id)
      select anonymous_id, first_linked_at, customer_id
        from activity.visitor_identity
      on conflict do nothing`)
    await runner.query(`
      insert into activity.visitor_turn (anonymous_id, started_at, customer_id)
      select distinct on (anonymous_id)
             anonymous_id, last_linked_at, customer_id
        from activity.visitor_identity
       order by anonymous_id, last_linked_at desc, customer_id
      on conflict do nothing`)
    await runner.query(`
      create table activity.login (
        id text not null,
        at timestamptz not null,
        customer_id text,
        outcome text not null,
        provider text not null,
        browser text,
        browser_version text,
        system text,
        device_class text not null,
        country text,
        region text,
        city text,
        email_hash text,
        address_hash text,
        is_new_device boolean not null,
        is_burst boolean not null,
        constraint login_pkey primary key (id, at),
        constraint login_outcome check (outcome in ('success', 'refused'))
      ) partition by range (at)`)
    await runner.query(`
      create index login_customer_id on activity.login (customer_id, at, id)
        where customer_id is not null`)
    await runner.query(`
      create index login_refused_email on activity.login (email_hash, at)
        where outcome = 'refused' and email_hash is not null`)
    await runner.query(`
      create index login_refused_address on activity.login (address_hash, at)
        where outcome = 'refused' and address_hash is not null`)
    await runner.query(`
      create table activity.login_device (
        customer_id text not null,
        device_hash text not null,
        first_login_id text not null,
        first_seen_at timestamptz not null,
        last_seen_at timestamptz not null,
        constraint login_device_pkey primary key (customer_id, device_hash)
      )`)
    await runner.query(`
      insert into activity.rollup_state (name, updated_at)
      values ('identity', now())`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from activity.rollup_state where name = 'identity'`
    )
    await runner.query(`drop table activity.login_device`)
    await runner.query(`drop table activity.login`)
    await runner.query(`drop table activity.visitor_turn`)
  }
}
