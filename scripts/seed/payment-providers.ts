import type { SeedContext } from "./context"

export const CARD = "pp_system_default"
export const CASH = "pp_cash-on-delivery_cash-on-delivery"

/** Of the two providers the demo uses, those that this shop has. */
export async function shopProviders({ query }: SeedContext): Promise<string[]> {
  const { data } = await query.graph({
    entity: "payment_provider",
    fields: ["id"],
    filters: { id: [CARD, CASH], is_enabled: true },
  })
  return data.map(({ id }) => id)
}
