import { MigrationInterface, QueryRunner } from "typeorm"

/** The shop's publishable keys, so that a collector of its own knows them. */
export class WriteKeys1764000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table activity.write_key (
        token_hash text not null,
        source_id text not null,
        revoked_at timestamptz,
        constraint write_key_pkey primary key (token_hash)
      )`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table activity.write_key`)
  }
}
