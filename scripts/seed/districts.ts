import { existsSync, readFileSync } from "node:fs"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

import { importDistrictsWorkflow } from "../../src/workflows/delivery/import-districts"
import { updateDeliveryDistrictsWorkflow } from "../../src/workflows/delivery/districts"
import type { SeedContext } from "./context"

export const SEED_ACTOR = { type: "system", id: "seed" }

const NAME_PROPERTY = "name"
const REAL_FILE = "san-francisco-neighborhoods.geojson"
/** What a district of a file gets that does not say how it ranks. */
const DEFAULT_PRIORITY = 100

const collectionSchema = z.object({
  features: z
    .array(
      z.object({
        geometry: z.object({ type: z.string(), coordinates: z.unknown() }),
        properties: z.looseObject({
          name: z.string(),
          priority: z.int().optional(),
          postal_codes: z.array(z.string()).optional(),
        }),
      })
    )
    .min(1),
})

export type DistrictCollection = z.infer<typeof collectionSchema>

/**
 * The districts of San Francisco: eight drawn ones, or, with
 * `CORNERSTORE_DISTRICTS=real`, the city's 37 neighbourhoods from a file in
 * `CORNERSTORE_DATA`.
 *
 * @throws Error when the file is asked for and absent
 */
export function readDistricts(env: NodeJS.ProcessEnv): DistrictCollection {
  const file =
    env.CORNERSTORE_DISTRICTS === "real"
      ? path.resolve(env.CORNERSTORE_DATA ?? "../shared/data", REAL_FILE)
      : path.join(__dirname, "demo-districts.json")
  if (!existsSync(file)) {
    throw new Error(
      `${file} does not exist: set CORNERSTORE_DATA to the folder that holds ${REAL_FILE}, or leave CORNERSTORE_DISTRICTS out to use the drawn districts.`
    )
  }
  return collectionSchema.parse(JSON.parse(readFileSync(file, "utf8")))
}

/**
 * Imports the districts and sets how they rank and which postcodes are theirs.
 * A name that exists is left alone: the owner may have changed it.
 *
 * @returns the ids of the districts that were made
 */
export async function seedDistricts({
  container,
  query,
  logger,
}: SeedContext): Promise<string[]> {
  const { features } = readDistricts(process.env)
  const { data: existing } = await query.graph({
    entity: "delivery_district",
    fields: ["name"],
    filters: { name: features.map(({ properties }) => properties.name) },
  })
  const known = new Set(existing.map(({ name }) => name))
  const missing = features.filter(
    ({ properties }) => !known.has(properties.name)
  )
  if (!missing.length) {
    return []
  }
  const { result } = await importDistrictsWorkflow(container).run({
    input: {
      feature_collection: { features: missing },
      name_property: NAME_PROPERTY,
      actor: SEED_ACTOR,
    },
  })
  for (const { name, reason } of result.skipped) {
    logger.warn(`District ${name ?? "without name"} was left out: it ${reason}`)
  }
  const byName = new Map(result.districts.map(({ id, name }) => [name, id]))
  const updates = missing.flatMap(({ properties }) => {
    const id = byName.get(properties.name)
    const { priority = DEFAULT_PRIORITY, postal_codes = [] } = properties
    const plain = priority === DEFAULT_PRIORITY && !postal_codes.length
    return id && !plain ? [{ id, priority, postal_codes }] : []
  })
  if (updates.length) {
    await updateDeliveryDistrictsWorkflow(container).run({
      input: { districts: updates, actor: SEED_ACTOR },
    })
  }
  return [...byName.values()]
}
