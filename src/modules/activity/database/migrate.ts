import { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DataSource } from "typeorm"

import { createMissingPartitions } from "../queries/partitions"
import { ACTIVITY_SCHEMA, activityDataSource } from "./data-source"
import { ShopConfig, storeSettings } from "./settings"

/** What Medusa's migration runner calls a module's own functions with. */
export type MigrationInput = {
  options?: Record<string, unknown>
  container?: Pick<MedusaContainer, "resolve">
  logger?: Pick<Logger, "info" | "warn">
  /** Those to take back; without them the newest. */
  migrationNames?: string[]
}

/**
 * Brings the store's schema up to date and makes the partitions of this month
 * and the next. Medusa calls it in `db:migrate`, `db:setup` and its test runner,
 * under a lock of its own.
 *
 * @returns the migrations that ran, as Medusa counts them
 */
export async function runMigrations(
  input: MigrationInput
): Promise<{ name: string }[]> {
  return withDataSource(input, async (source) => {
    await source.query(`create schema if not exists ${ACTIVITY_SCHEMA}`)
    const ran = await source.runMigrations({ transaction: "each" })
    await createMissingPartitions(source.manager, new Date())
    return ran.map(({ name }) => ({ name }))
  })
}

/** Takes migrations back, newest first. Events are lost with their table. */
export async function revertMigration(input: MigrationInput): Promise<void> {
  const count = input.migrationNames?.length ?? 1
  await withDataSource(input, async (source) => {
    for (let done = 0; done < count; done++) {
      await source.undoLastMigration({ transaction: "each" })
    }
  })
}

async function withDataSource<T>(
  { options, container, logger = console }: MigrationInput,
  run: (source: DataSource) => Promise<T>
): Promise<T> {
  const config = container?.resolve<ShopConfig>(
    ContainerRegistrationKeys.CONFIG_MODULE,
    { allowUnregistered: true }
  )
  const settings = storeSettings(options, config)
  const source = activityDataSource(settings, logger, "migrate")
  await source.initialize()
  try {
    return await run(source)
  } finally {
    await source.destroy()
  }
}
