import { z } from "@medusajs/framework/zod"

export const AdminGetPosConnections = z
  .object({
    limit: z.coerce.number().int().min(1).max(200).default(20),
    offset: z.coerce.number().int().min(0).default(0),
    q: z.string().max(200).optional(),
  })
  .strict()
export type AdminGetPosConnectionsType = z.infer<typeof AdminGetPosConnections>

/** Only the web: a key in a URL would end up in logs. */
const baseUrl = z
  .url({
    protocol: /^https?$/,
    hostname: /./,
    error: "base_url must be an address that begins with http:// or https://",
  })
  .max(500)
  .refine((value) => {
    const { username, password, search, hash } = new URL(value)
    return !username && !password && !search && !hash
  }, "base_url must be an address without user, query or fragment")

const connection = {
  name: z.string().trim().min(1).max(200),
  base_url: baseUrl,
  /** Which fields there are the adapter says; it checks them. */
  credentials: z.record(
    z.string().max(100),
    z.string().trim().max(2_000).nullable()
  ),
  stock_location_id: z.string().min(1).nullable(),
  sales_channel_id: z.string().min(1),
  /** Validated by the adapter. */
  settings: z.record(z.string().max(100), z.unknown()),
}

export const AdminCreatePosConnection = z
  .object({ ...connection, adapter: z.string().min(1).max(100) })
  .partial({ base_url: true, stock_location_id: true, settings: true })
  .strict()
export type AdminCreatePosConnectionType = z.infer<
  typeof AdminCreatePosConnection
>

export const AdminUpdatePosConnection = z
  .object({ ...connection, is_paused: z.boolean() })
  .partial()
  .strict()
export type AdminUpdatePosConnectionType = z.infer<
  typeof AdminUpdatePosConnection
>
