import type { HttpTypes } from "@medusajs/types"
import { z } from "zod"

/** Degrees; where the door is, when the visitor let us know. */
export type Coordinates = { lat: number; lng: number }

export type Address = {
  first_name: string
  last_name: string
  address_1: string
  address_2: string
  postal_code: string
  city: string
  province: string
  country_code: string
  phone: string
}

type Stored = Partial<
  Record<keyof Address, string | null> & { metadata: unknown }
>

const coordinatesSchema = z.object({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
})

export function coordinatesIn(metadata: unknown): Coordinates | null {
  return coordinatesSchema.safeParse(metadata).data ?? null
}

/** What is known of an address, for the fields of a form. */
export function toAddress(stored: Stored | null | undefined): Address {
  return {
    first_name: stored?.first_name ?? "",
    last_name: stored?.last_name ?? "",
    address_1: stored?.address_1 ?? "",
    address_2: stored?.address_2 ?? "",
    postal_code: stored?.postal_code ?? "",
    city: stored?.city ?? "",
    province: stored?.province ?? "",
    country_code: stored?.country_code ?? "",
    phone: stored?.phone ?? "",
  }
}

export function readAddress(form: FormData): Address {
  const text = (name: keyof Address) => String(form.get(name) ?? "").trim()
  return {
    first_name: text("first_name"),
    last_name: text("last_name"),
    address_1: text("address_1"),
    address_2: text("address_2"),
    postal_code: text("postal_code"),
    city: text("city"),
    province: text("province"),
    country_code: text("country_code"),
    phone: text("phone"),
  }
}

/** As Medusa stores it. Coordinates that are not known take old ones away. */
export function toStored(address: Address, at: Coordinates | null) {
  return {
    ...address,
    metadata: { lat: at?.lat ?? null, lng: at?.lng ?? null },
  }
}

/** The customer's address to begin with. */
export function bestOf(
  addresses: HttpTypes.StoreCustomerAddress[]
): HttpTypes.StoreCustomerAddress | undefined {
  return (
    addresses.find(({ is_default_shipping }) => is_default_shipping) ??
    addresses[0]
  )
}

export function inOneLine(address: Stored): string {
  const { address_1, address_2, postal_code, city } = address
  return [
    [address_1, address_2].filter(Boolean).join(", "),
    [postal_code, city].filter(Boolean).join(" "),
  ]
    .filter(Boolean)
    .join(", ")
}

export function isKnown(
  address: Address,
  addresses: HttpTypes.StoreCustomerAddress[]
): boolean {
  return addresses.some((known) => inOneLine(known) === inOneLine(address))
}
