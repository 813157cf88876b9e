import { Module } from "@medusajs/framework/utils"

import { revertMigration, runMigrations } from "./database/migrate"
import ActivityModuleService from "./service"

export { collectorSettingsChangesSchema } from "./collector-settings"

export const ACTIVITY_MODULE = "activity"

// Medusa's own migrations are MikroORM's; a module that brings its two
// functions is migrated with them, by the same commands.
export default {
  ...Module(ACTIVITY_MODULE, { service: ActivityModuleService }),
  runMigrations,
  revertMigration,
}
