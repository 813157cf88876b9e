import type { Sql } from "./transaction"

/**
 * What the statements of the history share; both live as long as the
 * connection's session.
 *
 * `demo_id` makes the ids of rows that belong to one with a key of its own: the
 * same time in front, so that they sort like Medusa's, and the same id each
 * time. `demo_raw` is Medusa's exact form of a number beside the rounded one.
 */
export async function createFunctions(sql: Sql): Promise<void> {
  await sql(`
    create or replace function pg_temp.demo_id(prefix text, key text, part text)
    returns text immutable language sql as $$
      select prefix || '_' || left(key, 10) || upper(left(md5(key || part), 16))
    $$`)
  await sql(`
    create or replace function pg_temp.demo_raw(amount numeric)
    returns jsonb immutable language sql as $$
      select jsonb_build_object('value', trim_scale(amount)::text, 'precision', 20)
    $$`)
}
