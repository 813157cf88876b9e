import { MigrationInterface, QueryRunner } from "typeorm"

/** What visitors and customers chose, and what the shop decided. */
export class Consent1764000020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity.visitor_choice (
        anonymous_id text not null,
        own_choice boolean,
        customers_choice boolean,
        analytics boolean generated always as (
          coalesce(own_choice and customers_choice,
                   own_choice, customers_choice)
        ) stored,
        text_version text,
        changed_at timestamptz not null,
        constraint visitor_choice_pkey primary key (anonymous_id)
      )`)
    await runner.query(`
      create table activity.consent_entry (
        id bigint generated always as identity,
        customer_id text not null,
        purpose text not null,
        channel text,
        state text not null,
        text_version text,
        created_at timestamptz not null,
        constraint consent_entry_pkey primary key (id),
        constraint consent_entry_purpose check (purpose in
          ('analytics', 'personalization', 'profiling', 'marketing')),
        constraint consent_entry_channel check (channel in
          ('email', 'sms', 'whatsapp', 'phone', 'post')),
        constraint consent_entry_state check (state in ('granted', 'denied'))
      )`)
    await runner.query(`
      create index consent_entry_customer_id on activity.consent_entry
        (customer_id, purpose, channel, id)`)
    await runner.query(`
      create table activity.collector_setting (
        single boolean not null default true,
        value jsonb not null,
        version int not null,
        changed_at timestamptz not null,
        constraint collector_setting_pkey primary key (single),
        constraint collector_setting_single check (single)
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table activity.collector_setting`)
    await runner.query(`drop table activity.consent_entry`)
    await runner.query(`drop table activity.visitor_choice`)
  }
}
