import { existsSync } from "node:fs"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

import { SetupError } from "../postgres"
import { readJson } from "../start/json-file"

/** Which shop the storefront sells for, and where it is served. */
export type StorefrontSettings = {
  port: number
  /** Where Medusa answers. */
  shopUrl: string
  publishableKey: string
  /** The shop's first region when left out. */
  regionId?: string
  /** The visitor's own zone when left out. */
  timeZone?: string
  name?: string
}

/** The one that medusa-config.ts lets in unless told. */
const DEFAULT_PORT = 8000
const DEMO_TIME_ZONE = "America/Los_Angeles"

const demoSchema = z.object({
  url: z.string(),
  publishable_key: z.string().nullable(),
  region_id: z.string().nullable(),
})

/**
 * What the environment asks for; without a key in it, the shop of `npm start`.
 *
 * @param demoFile - `.cornerstore/demo.json`, which is there while it serves
 * @throws SetupError naming what is missing or wrong
 */
export async function readStorefrontSettings(
  env: NodeJS.ProcessEnv,
  demoFile: string
): Promise<StorefrontSettings> {
  const shop = env.MEDUSA_PUBLISHABLE_KEY
    ? {
        shopUrl: readUrl(env.MEDUSA_BACKEND_URL ?? "http://localhost:9000"),
        publishableKey: env.MEDUSA_PUBLISHABLE_KEY,
        regionId: env.MEDUSA_REGION_ID,
        timeZone: env.SHOP_TIME_ZONE,
      }
    : await readDemo(demoFile, env)
  return { ...shop, port: readPort(env.STOREFRONT_PORT), name: env.SHOP_NAME }
}

async function readDemo(file: string, env: NodeJS.ProcessEnv) {
  if (!existsSync(file)) {
    throw new SetupError(
      "No shop runs from this folder: start it with npm start in another terminal, or name one that runs elsewhere with MEDUSA_BACKEND_URL and MEDUSA_PUBLISHABLE_KEY."
    )
  }
  const demo = demoSchema.safeParse(await readJson(file))
  if (!demo.success || !demo.data.publishable_key) {
    throw new SetupError(
      `${path.basename(file)} names no publishable key, because the shop was started without the demo: set MEDUSA_PUBLISHABLE_KEY to one of its keys (Settings, Publishable API keys).`
    )
  }
  return {
    shopUrl: readUrl(demo.data.url),
    publishableKey: demo.data.publishable_key,
    regionId: demo.data.region_id ?? undefined,
    timeZone: env.SHOP_TIME_ZONE ?? env.CORNERSTORE_TIME_ZONE ?? DEMO_TIME_ZONE,
  }
}

function readPort(value: string | undefined): number {
  const port = value ? Number(value) : DEFAULT_PORT
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SetupError(
      `STOREFRONT_PORT is "${value}": it must be a number from 1 to 65535, such as STOREFRONT_PORT=8100.`
    )
  }
  return port
}

function readUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw new SetupError(
      `The shop's address is "${value}": it must begin with http:// or https:// (MEDUSA_BACKEND_URL).`
    )
  }
  return value.replace(/\/+$/, "")
}

/** The settings as the storefront's server reads them. */
export function storefrontEnvironment(
  { shopUrl, publishableKey, regionId, timeZone, name }: StorefrontSettings,
  env: NodeJS.ProcessEnv
): NodeJS.ProcessEnv {
  return {
    ...env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    MEDUSA_BACKEND_URL: shopUrl,
    MEDUSA_PUBLISHABLE_KEY: publishableKey,
    MEDUSA_REGION_ID: regionId,
    SHOP_TIME_ZONE: timeZone,
    SHOP_NAME: name,
  }
}
