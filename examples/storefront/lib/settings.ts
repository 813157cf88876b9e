import type { HttpTypes } from "@medusajs/types"
import { connection } from "next/server"
import { cache } from "react"
import { z } from "zod"

import { remember } from "./remember"
import { createSdk } from "./sdk"

const MINUTE = 60_000

/**
 * The environment of the server that runs the shop. None of the names begins
 * with NEXT_PUBLIC_, because those are fixed when it is built: one build serves
 * any shop.
 */
const environmentSchema = z.object({
  /** Where Medusa answers, for this server and for browsers. */
  MEDUSA_BACKEND_URL: z.url().default("http://localhost:9000"),
  /** Publishable API key; its sales channel decides what is sold. */
  MEDUSA_PUBLISHABLE_KEY: z.string().min(1),
  /** The shop's first region when left out. */
  MEDUSA_REGION_ID: z.string().optional(),
  SHOP_NAME: z.string().default("Cornerstore"),
  /** IANA zone in which the shop means its delivery times; the visitor's when left out. */
  SHOP_TIME_ZONE: z
    .string()
    .refine(isTimeZone, "is no IANA time zone, such as Europe/Berlin")
    .optional(),
  SHOP_LOCALE: z.string().default("en-US"),
})

/** What the server and every browser know about the shop. */
export type ShopSettings = {
  url: string
  publishableKey: string
  name: string
  locale: string
  timeZone: string | undefined
  region: {
    id: string
    currencyCode: string
    countries: { code: string; name: string }[]
  }
}

/** Read once per request, not at build time. */
export const readSettings = cache(async (): Promise<ShopSettings> => {
  await connection()
  const environment = environmentSchema.parse(process.env)
  const url = environment.MEDUSA_BACKEND_URL.replace(/\/+$/, "")
  const publishableKey = environment.MEDUSA_PUBLISHABLE_KEY
  const region = await findRegion(
    url,
    publishableKey,
    environment.MEDUSA_REGION_ID
  )
  return {
    url,
    publishableKey,
    name: environment.SHOP_NAME,
    locale: environment.SHOP_LOCALE,
    timeZone: environment.SHOP_TIME_ZONE,
    region: {
      id: region.id,
      currencyCode: region.currency_code,
      countries: (region.countries ?? []).map(({ iso_2, display_name }) => ({
        code: iso_2 ?? "",
        name: display_name ?? iso_2 ?? "",
      })),
    },
  }
})

/** The sdk of this server: it speaks for nobody, customers log in in their browser. */
export async function serverSdk() {
  const settings = await readSettings()
  return { settings, sdk: createSdk(settings) }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name })
    return true
  } catch (error) {
    if (error instanceof RangeError) {
      return false
    }
    throw error
  }
}

const findRegion = remember(
  MINUTE,
  async (
    url: string,
    publishableKey: string,
    id: string | undefined
  ): Promise<HttpTypes.StoreRegion> => {
    const sdk = createSdk({ url, publishableKey })
    if (id) {
      return (await sdk.store.region.retrieve(id)).region
    }
    const { regions } = await sdk.store.region.list({ limit: 1 })
    const region = regions[0]
    if (!region) {
      throw new Error("The shop has no region: make one in its dashboard.")
    }
    return region
  }
)
