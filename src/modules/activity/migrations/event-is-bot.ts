import { MigrationInterface, QueryRunner } from "typeorm"

/** Events of machines are kept apart. */
export class EventIsBot1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table activity.event add column is_bot boolean not null default false`
    )
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table activity.event drop column is_bot`)
  }
}
