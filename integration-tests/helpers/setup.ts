/**
 * Runs before every integration suite. MikroORM keeps its entities in a global
 * table; a worker that runs a second suite must not meet the first one's.
 */
import { MetadataStorage } from "@medusajs/framework/mikro-orm/core"

MetadataStorage.clear()
