import { type CartState, PHASES } from "../overhead/phases"
import type { BenchShop } from "../lib/shop"

/** Guests who go from an empty cart to an order, as many as the time allows. */
export type CheckoutJob = {
  url: string
  shop: BenchShop
  /** Guests at once. */
  buyers: number
  seconds: number
}
export type CheckoutResult = { orders: number; elapsed_ms: number }

const STEPS = PHASES.filter(({ times }) => times === "carts")

/** @throws Error when a step is refused */
export async function checkOut(job: CheckoutJob): Promise<CheckoutResult> {
  const started = performance.now()
  const end = started + job.seconds * 1000
  let orders = 0
  const buyer = async (_: unknown, index: number) => {
    for (let turn = index; performance.now() < end; turn += job.buyers) {
      const cart: CartState = {}
      for (const step of STEPS) {
        const { method, path, body } = step.request(job.shop, cart, turn)
        const answer = await fetch(new URL(path, job.url), {
          method,
          headers: {
            "content-type": "application/json",
            "x-publishable-api-key": job.shop.publishable_key,
          },
          body: JSON.stringify(body),
        })
        const text = await answer.text()
        if (!answer.ok) {
          throw new Error(`${method} ${path}: ${answer.status} ${text}`)
        }
        step.learn?.(cart, JSON.parse(text))
      }
      orders++
    }
  }
  await Promise.all(Array.from({ length: job.buyers }, buyer))
  return { orders, elapsed_ms: performance.now() - started }
}
