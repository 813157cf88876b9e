import { z } from "@medusajs/framework/zod"

import { POSTAL_CODE, type SlotShop } from "./shop"

/** An answer and how long it took, in milliseconds. */
export type Timed = { status: number; body: unknown; ms: number }

const ADDRESS = {
  first_name: "Ada",
  last_name: "Buyer",
  address_1: "1 Race Street",
  city: "San Francisco",
  province: "us-ca",
  postal_code: POSTAL_CODE,
  country_code: "us",
}

const withCart = z.object({ cart: z.object({ id: z.string() }) })
const withCollection = z.object({
  payment_collection: z.object({ id: z.string() }),
})
const withOrder = z.object({
  type: z.literal("order"),
  order: z.object({ id: z.string() }),
})
const withSlots = z.object({
  slots: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      state: z.string(),
      remaining: z.number(),
    })
  ),
})

/** Guests of a shop that more than one process serves: they take turns. */
export class Guests {
  private next = 0
  private made = 0

  constructor(
    private readonly urls: readonly string[],
    private readonly shop: SlotShop
  ) {}

  async newCart(): Promise<string> {
    const { region_id, variant_id } = this.shop
    const answer = await this.must("POST", "/store/carts", {
      region_id,
      email: `guest-${++this.made}@example.com`,
      items: [{ variant_id, quantity: 1 }],
      shipping_address: ADDRESS,
      billing_address: ADDRESS,
    })
    return withCart.parse(answer.body).cart.id
  }

  read(cartId: string): Promise<Timed> {
    return this.send("GET", `/store/carts/${cartId}`)
  }

  async listSlots(cartId: string) {
    const answer = await this.must(
      "GET",
      `/store/carts/${cartId}/delivery-slots`
    )
    return { ms: answer.ms, slots: withSlots.parse(answer.body).slots }
  }

  hold(cartId: string, slot_id: string): Promise<Timed> {
    return this.send("POST", `/store/carts/${cartId}/delivery-slot`, {
      slot_id,
    })
  }

  /** From the held slot to the order. */
  async complete(cartId: string, slot_id: string): Promise<Timed> {
    await this.must("POST", `/store/carts/${cartId}/shipping-methods`, {
      option_id: this.shop.shipping_option_id,
      data: { slot_id },
    })
    const made = await this.must("POST", "/store/payment-collections", {
      cart_id: cartId,
    })
    const { id } = withCollection.parse(made.body).payment_collection
    await this.must(
      "POST",
      `/store/payment-collections/${id}/payment-sessions`,
      {
        provider_id: "pp_system_default",
      }
    )
    return this.send("POST", `/store/carts/${cartId}/complete`)
  }

  private async must(method: string, path: string, body?: object) {
    const answer = await this.send(method, path, body)
    if (answer.status !== 200) {
      throw new Error(
        `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`
      )
    }
    return answer
  }

  private async send(
    method: string,
    path: string,
    body?: object
  ): Promise<Timed> {
    const url = this.urls[this.next++ % this.urls.length]
    const started = performance.now()
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": this.shop.publishable_key,
      },
      body: body && JSON.stringify(body),
    })
    const text = await answer.text()
    return {
      status: answer.status,
      body: text ? JSON.parse(text) : null,
      ms: performance.now() - started,
    }
  }
}

export const isOrder = ({ status, body }: Timed): boolean =>
  status === 200 && withOrder.safeParse(body).success
