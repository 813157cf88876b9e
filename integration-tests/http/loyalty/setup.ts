import type { AdminLoyaltyEntry, LoyaltyProgram } from "../../../src/sdk/types"
import { Headers } from "../../helpers/actors"
import { HttpClient } from "../../helpers/http-client"
import { TestShop } from "../../helpers/shop"
import { waitFor } from "../../helpers/wait-for"

type Options = { headers: Headers }
type Cart = { id: string; items: { id: string }[] }

/** A customer with an account, as `registerCustomer` answers. */
export type Member = { customer: { id: string }; headers: Headers }

/** Switches the programme on: a point a dollar, unless told otherwise. */
export async function startProgram(
  api: HttpClient,
  admin: Options,
  changes: Partial<LoyaltyProgram> = {}
): Promise<void> {
  await api.post(
    "/admin/loyalty/program",
    { is_active: true, ...changes },
    admin
  )
}

/**
 * Places an order of cakes at 30 dollars, by post for 5.
 *
 * @param buyer - headers with the publishable key, and a customer's token if any
 */
export async function orderCakes(
  api: HttpClient,
  shop: TestShop,
  buyer: Options,
  quantity = 1,
  settings: { promo_codes?: string[] } = {}
): Promise<{ id: string; item_id: string }> {
  const address = {
    first_name: "Ada",
    last_name: "Buyer",
    address_1: "1 Test Street",
    city: "San Francisco",
    country_code: "us",
    postal_code: "94110",
  }
  const { data } = await api.post<{ cart: Cart }>(
    "/store/carts",
    {
      region_id: shop.region_id,
      sales_channel_id: shop.sales_channel_id,
      email: "ada@example.com",
      items: [{ variant_id: shop.variant_id, quantity }],
      shipping_address: address,
      billing_address: address,
      ...settings,
    },
    buyer
  )
  const path = `/store/carts/${data.cart.id}`
  await api.post(
    `${path}/shipping-methods`,
    { option_id: shop.manual_option_id },
    buyer
  )
  const { data: payment } = await api.post<{
    payment_collection: { id: string }
  }>("/store/payment-collections", { cart_id: data.cart.id }, buyer)
  await api.post(
    `/store/payment-collections/${payment.payment_collection.id}/payment-sessions`,
    { provider_id: "pp_system_default" },
    buyer
  )
  const { data: placed } = await api.post<{
    type: string
    order: { id: string; items: { id: string }[] }
  }>(`${path}/complete`, {}, buyer)
  return { id: placed.order.id, item_id: placed.order.items[0].id }
}

/** The customer's ledger as the dashboard reads it. */
export async function ledgerOf(
  api: HttpClient,
  admin: Options,
  member: Member
): Promise<AdminLoyaltyEntry[]> {
  const { data } = await api.get<{ entries: AdminLoyaltyEntry[] }>(
    `/admin/loyalty/accounts/${member.customer.id}/entries?limit=100`,
    admin
  )
  return data.entries
}

/** Waits until the customer's ledger has so many entries. */
export const ledgerWith = (
  count: number,
  ...[api, admin, member]: Parameters<typeof ledgerOf>
): Promise<AdminLoyaltyEntry[]> =>
  waitFor(`${count} entries of ${member.customer.id}`, async () => {
    const entries = await ledgerOf(api, admin, member)
    return entries.length === count ? entries : null
  })

/** Sends all cakes of an order and takes some of them back. */
export async function returnCakes(
  api: HttpClient,
  admin: Options,
  order: { id: string; item_id: string },
  quantities: { sent: number; returned: number }
): Promise<void> {
  await api.post(
    `/admin/orders/${order.id}/fulfillments`,
    { items: [{ id: order.item_id, quantity: quantities.sent }] },
    admin
  )
  const { data } = await api.post<{ return: { id: string } }>(
    "/admin/returns",
    { order_id: order.id },
    admin
  )
  const path = `/admin/returns/${data.return.id}`
  const items = [{ id: order.item_id, quantity: quantities.returned }]
  await api.post(`${path}/request-items`, { items }, admin)
  await api.post(`${path}/request`, {}, admin)
  await api.post(`${path}/receive`, {}, admin)
  await api.post(`${path}/receive-items`, { items }, admin)
  await api.post(`${path}/receive/confirm`, {}, admin)
}
