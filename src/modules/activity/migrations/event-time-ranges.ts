import { MigrationInterface, QueryRunner } from "typeorm"

/**
 * Rows come nearly in the order of time, so that a few kilobytes say which pages
 * hold a day: what counts or exports weeks of events reads those alone. Pages
 * of a list, newest first, keep their btrees, which whole ranges would make slow.
 */
export class EventTimeRanges1764000070000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index event_occurred_at_range on activity.event
        using brin (occurred_at)
        with (pages_per_range = 32, autosummarize = on)`)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index activity.event_occurred_at_range`)
  }
}
