import { createRequire } from "node:module"
import path from "node:path"

import type { BenchApp } from "../lib/app"

/** The part of the activity module's service that is measured. */
export type Store = {
  listEvents(
    filter: { customer_id: string },
    page: { limit: number }
  ): Promise<unknown[]>
  dropExpiredMonths(
    now: Date,
    retention: Record<`${"events" | "visits" | "logins"}_months`, number>
  ): Promise<{ dropped: string[]; kept: string[] }>
  mirrorWriteKeys(
    keys: { token: string; source_id: string; revoked_at: null }[]
  ): Promise<number>
  close(): Promise<void>
}

type Module = {
  default: new (dependencies: object, options: object) => Store
}
type Migrations = {
  runMigrations(input: { options: object; logger: object }): Promise<unknown>
}

const QUIET = { info: () => undefined, warn: console.warn }

/**
 * Makes a store in an empty database and opens it: the compiled code as the
 * shop runs it, without a shop around it.
 */
export async function makeStore(
  { built }: BenchApp,
  url: string
): Promise<Store> {
  const load = createRequire(path.join(built, "package.json"))
  const file = (name: string) =>
    path.join(built, "src/modules/activity", `${name}.js`)
  const options = { database: { clientUrl: url } }
  const { runMigrations } = load(file("database/migrate")) as Migrations
  await runMigrations({ options, logger: QUIET })
  const { default: Service } = load(file("service")) as Module
  return new Service({}, options)
}
