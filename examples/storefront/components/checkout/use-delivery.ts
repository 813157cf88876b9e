"use client"

import type { ListSlotsResponse } from "medusa-plugin-cornerstore/sdk"
import { useCallback, useEffect, useMemo, useRef, useState } from "react"

import { isRefused, problemOf } from "@/lib/problems"
import type { ShopSdk } from "@/lib/sdk"
import { refusalWords, type SlotContext } from "@/lib/slot-words"
import { goodsValue, nextOpen, type OfferedSlot } from "@/lib/slots"
import { dayOf } from "@/lib/times"

import { type Cart, CART_FIELDS, useCart } from "../providers/cart"
import { useShop } from "../providers/shop"

/** A place that is kept for this cart. */
export type Hold = { slot: OfferedSlot; expiresAt: string }

/** The provider of Cornerstore's shipping option. */
const DISTRICT_DELIVERY = "district-delivery"

export type Delivery = {
  /** Undefined while they are being asked for. */
  slots: ListSlotsResponse | undefined
  hold: Hold | null
  /** What to take instead of a time that was refused. */
  offered: OfferedSlot | null
  /** For words about slots. */
  context: SlotContext
  isBusy: boolean
  problem: string | null
  /** Keeps a place and makes it the cart's way of shipping. */
  choose(slot: OfferedSlot): Promise<boolean>
  reload(): Promise<void>
  /** A place was refused at the end: says why and shows what is free now. */
  lose(slot: OfferedSlot, refusal: unknown): Promise<void>
}

/**
 * The slots of the cart's address and the one that is kept. What was chosen
 * before the page was loaded again is taken up from the cart.
 */
export function useDelivery(cart: Cart): Delivery {
  const { sdk, clock, price } = useShop()
  const { accept } = useCart()
  const [slots, setSlots] = useState<ListSlotsResponse>()
  const [hold, setHold] = useState<Hold | null>(null)
  const [offered, setOffered] = useState<OfferedSlot | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  /** Only the answer to the newest question counts. */
  const question = useRef(0)

  const timeZone = slots?.time_zone ?? clock.timeZone
  const value = goodsValue(cart)
  const context = useMemo(
    (): SlotContext => ({
      clock: { locale: clock.locale, timeZone },
      today: dayOf(new Date(), timeZone),
      goodsValue: value,
      price,
    }),
    [clock.locale, price, timeZone, value]
  )
  // Words are made after a request, for the cart as it is then.
  const latest = useRef(context)
  latest.current = context

  const list = useCallback(async () => {
    const mine = ++question.current
    const answer = await sdk.cornerstore.delivery.listSlots(cart.id)
    if (mine === question.current) {
      setSlots(answer)
    }
    return answer
  }, [sdk, cart.id])

  const keep = useCallback(
    async (slot: OfferedSlot) => {
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

  const explain = useCallback(
    async (error: unknown, wanted: OfferedSlot | undefined) => {
      if (!isRefused(error)) {
        setProblem(problemOf(error))
        return
      }
      const { slots: now } = await list()
      const slot = now.find(({ id }) => id === wanted?.id)
      setProblem(refusalWords(error, slot, latest.current))
      setOffered(wanted ? nextOpen(now, wanted) : null)
      // A time that was kept before stays kept.
      setHold((kept) => (wanted && kept?.slot.id !== wanted.id ? kept : null))
    },
    [list]
  )

  const attempt = useCallback(
    async (
      action: () => Promise<void>,
      wanted?: OfferedSlot
    ): Promise<boolean> => {
      setBusy(true)
      setProblem(null)
      setOffered(null)
      try {
        await action()
        return true
      } catch (error) {
        console.warn(error)
        try {
          await explain(error, wanted)
        } catch (failure) {
          setProblem(problemOf(failure))
        }
        return false
      } finally {
        setBusy(false)
      }
    },
    [explain]
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
    const takeUp = async () => {
      const before: { slot?: OfferedSlot } = {}
      await attempt(async () => {
        const answer = await list()
        before.slot = answer.slots.find(({ id }) => id === chosenBefore.current)
      })
      const { slot } = before
      if (slot) {
        await attempt(() => keep(slot), slot)
      }
    }
    void takeUp()
  }, [address, attempt, keep, list])

  const choose = useCallback(
    (slot: OfferedSlot) =>
      attempt(async () => {
        await keep(slot)
        accept(await shipInto(sdk, cart.id, slot.id))
        await list()
      }, slot),
    [accept, attempt, cart.id, keep, list, sdk]
  )

  const lose = useCallback(
    async (slot: OfferedSlot, refusal: unknown) => {
      setHold(null)
      try {
        await explain(refusal, slot)
      } catch (error) {
        setProblem(problemOf(error))
      }
    },
    [explain]
  )

  return {
    slots,
    hold,
    offered,
    context,
    isBusy,
    problem,
    choose,
    reload,
    lose,
  }
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
