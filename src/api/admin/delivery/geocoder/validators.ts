import { z } from "@medusajs/framework/zod"

import { GEOCODERS } from "../../../../modules/delivery/domain/geocoder-setting"
import type { CheckGeocoderBody, SaveGeocoderBody } from "../../../../sdk/types"

/**
 * The owner decides which server is asked, a private one, too: a geocoder of
 * one's own stands beside the shop.
 */
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

const countryCode = z
  .string()
  .regex(/^[A-Za-z]{2}$/, "must be two letters (ISO 3166-1), for example us")

export const AdminSaveGeocoder = z
  .object({
    provider: z.enum(GEOCODERS).nullable(),
    base_url: baseUrl.optional(),
    country_code: countryCode.nullable().optional(),
    api_key: z.string().trim().min(1).max(500).nullable().optional(),
  })
  .strict() satisfies z.ZodType<SaveGeocoderBody>
export type AdminSaveGeocoderType = z.infer<typeof AdminSaveGeocoder>

export const AdminCheckGeocoder = z
  .object({
    address_1: z.string().trim().min(1).max(200),
    city: z.string().trim().max(200).optional(),
    postal_code: z.string().trim().max(32).optional(),
    country_code: countryCode.optional(),
  })
  .strict() satisfies z.ZodType<CheckGeocoderBody>
export type AdminCheckGeocoderType = z.infer<typeof AdminCheckGeocoder>
