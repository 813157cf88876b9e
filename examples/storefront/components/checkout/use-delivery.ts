"use client"

import type {
  DeliverySlot,
  ListSlotsResponse,
} from "medusa-plugin-cornerstore/sdk"
import { useCallback, useEffect, useRef, useState } from "react"

import { problemOf, slotProblem, statusOf } from "@/lib/problems"
import type { ShopSdk } from "@/lib/sdk"

import { type Cart, CART_FIELDS, useCart } from "../providers/cart"
import { useShop } from "../providers/shop"

/** A place that is kept for this cart. */
export type Hold = { slot: DeliverySlot; expiresAt: string }

/** The provider of Cornerstore's shipping option. */
const DISTRICT_DELIVERY = "district-delivery"

export type Delivery = {
  /** Undefined while they are being asked for. */
  slots: ListSlotsResponse | undefined
  hold: Hold | null
  isBusy: boolean
  problem: string | null
  /** Keeps a place and makes it the cart's way of shipping. */
  choose(slot: DeliverySlot): Promise<boolean>
  reload(): Promise<void>
  /** The place is gone: says why and shows what is free now. */
  lose(reason: string): Promise<void>
}

/**
 * The slots of the cart's address and the one that is kept. What was chosen
 * before the page was loaded again is taken up from the cart.
 */
export function useDelivery(cart: Cart): Delivery {
  const { sdk } = useShop()
  const { accept } = useCart()
  const [slots, setSlots] = useState<ListSlotsResponse>()
  const [hold, setHold] = useState<Hold | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  /** Only the answer to the newest question counts. */
  const question = useRef(0)

  const list = useCallback(async () => {
    const mine = ++question.current
    const answer = await sdk.cornerstore.delivery.listSlots(cart.id)
    if (mine === question.current) {
      setSlots(answer)
    }
    return answer
  }, [sdk, cart.id])

  const keep = useCallback(
    async (slot: DeliverySlot) => {
      const { hold: kept } = await sdk.cornerstore.delivery.holdSlot(
        cart.id,
        slot.id
      )
      setHold({ slot, expiresAt: kept.expires_at })
    },
    [sdk, cart.id]
  )

  const reload = useCallback(async () => {
    try {
      await list()
    } catch (error) {
      setProblem(problemOf(error))
    }
  }, [list])

  const attempt = useCallback(
    async (action: () => Promise<void>): Promise<boolean> => {
      setBusy(true)
      setProblem(null)
      try {
        await action()
        return true
      } catch (error) {
        console.warn(error)
        setProblem(slotProblem(error))
        if ([409, 422].includes(statusOf(error) ?? 0)) {
          setHold(null)
          await reload()
        }
        return false
      } finally {
        setBusy(false)
      }
    },
    [reload]
  )

  const address = addressKey(cart)
  const chosenBefore = useRef(chosenSlotOf(cart))
  chosenBefore.current = chosenSlotOf(cart)
  useEffect(() => {
    setSlots(undefined)
    setHold(null)
    if (!address) {
      return
    }
    void attempt(async () => {
      const answer = await list()
      const before = chosenBefore.current
      const slot = answer.slots.find(({ id }) => id === before)
      if (slot) {
        await keep(slot)
      }
    })
  }, [address, attempt, keep, list])

  const choose = useCallback(
    (slot: DeliverySlot) =>
      attempt(async () => {
        await keep(slot)
        accept(await shipInto(sdk, cart.id, slot.id))
        await list()
      }),
    [accept, attempt, cart.id, keep, list, sdk]
  )

  const lose = useCallback(
    async (reason: string) => {
      setHold(null)
      await reload()
      setProblem(reason)
    },
    [reload]
  )

  return { slots, hold, isBusy, problem, choose, reload, lose }
}

/**
 * Makes delivery into a slot the cart's way of shipping, with the slot's price.
 *
 * @throws Error when the shop ships to this address in other ways only
 */
export async function shipInto(
  sdk: ShopSdk,
  cartId: string,
  slotId: string
): Promise<Cart> {
  const { shipping_options } = await sdk.store.fulfillment.listCartOptions({
    cart_id: cartId,
  })
  const option = shipping_options.find(({ provider_id }) =>
    provider_id.startsWith(DISTRICT_DELIVERY)
  )
  if (!option) {
    throw new Error("The shop does not deliver by district to this address.")
  }
  const { cart } = await sdk.store.cart.addShippingMethod(
    cartId,
    { option_id: option.id, data: { slot_id: slotId } },
    { fields: CART_FIELDS }
  )
  return cart
}

/** Changes when the address does; empty while there is none. */
function addressKey({ shipping_address: address }: Cart): string {
  if (!address?.address_1) {
    return ""
  }
  const { address_1, postal_code, city, country_code, metadata } = address
  return JSON.stringify([address_1, postal_code, city, country_code, metadata])
}

/** The slot of the cart's shipping method. */
export function chosenSlotOf({ shipping_methods }: Cart): string | undefined {
  const id = shipping_methods?.[0]?.data?.slot_id
  return typeof id === "string" ? id : undefined
}
