"use client"

import type { HttpTypes } from "@medusajs/types"
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react"

import { cartId } from "@/lib/cart-id"
import { statusOf } from "@/lib/problems"
import { productOf } from "@/lib/tracking"

import { useCustomer } from "./customer"
import { useShop } from "./shop"

/** Medusa sends the customer along; its types do not say so. */
export type Cart = HttpTypes.StoreCart & { customer?: { id: string } | null }
export type CartLine = HttpTypes.StoreCartLineItem

/** What every answer with a cart carries, so that each can replace the last. */
export const CART_FIELDS =
  "+items.total,+items.subtotal,+items.is_tax_inclusive,+shipping_methods.id,+shipping_methods.data,*shipping_address"

type CartState = {
  /** Null when there is none, undefined while it is not known yet. */
  cart: Cart | null | undefined
  add(variantId: string, quantity: number): Promise<void>
  setQuantity(line: CartLine, quantity: number): Promise<void>
  remove(line: CartLine): Promise<void>
  /** Takes over a cart that a request answered with. */
  accept(cart: Cart): void
  reload(): Promise<void>
  /** It has become an order, or its customer has left. */
  forget(): void
}

const CartContext = createContext<CartState | null>(null)

export function CartProvider({ children }: { children: ReactNode }) {
  const { sdk, settings, tracker } = useShop()
  const { customer } = useCustomer()
  const [cart, setCart] = useState<Cart | null>()
  /** One creation at a time: two quick clicks fill one cart. */
  const creation = useRef<Promise<string> | null>(null)

  const forget = useCallback(() => {
    cartId.forget()
    creation.current = null
    setCart(null)
  }, [])

  const reload = useCallback(async () => {
    const id = cartId.read()
    if (!id) {
      setCart(null)
      return
    }
    try {
      const { cart: found } = await sdk.store.cart.retrieve(id, {
        fields: CART_FIELDS,
      })
      if (found.completed_at) {
        forget()
      } else {
        setCart(found)
      }
    } catch (error) {
      if (statusOf(error) !== 404) {
        throw error
      }
      forget()
    }
  }, [sdk, forget])

  useEffect(() => {
    reload().catch((error: unknown) => {
      console.warn("The cart could not be read:", error)
      setCart(null)
    })
  }, [reload])

  const customerId = customer?.id
  const openCartId = cart?.id
  const ownerId = cart?.customer?.id
  useEffect(() => {
    if (customerId && openCartId && ownerId !== customerId) {
      sdk.store.cart
        .transferCart(openCartId, { fields: CART_FIELDS })
        .then(({ cart: own }) => setCart(own))
        .catch((error: unknown) =>
          console.warn("The cart stays a guest's:", error)
        )
    }
  }, [customerId, openCartId, ownerId, sdk])

  const state = useMemo((): CartState => {
    const query = { fields: CART_FIELDS }
    const idOfCart = async (): Promise<string> => {
      const id = cartId.read()
      if (id) {
        return id
      }
      creation.current ??= sdk.store.cart
        .create({ region_id: settings.region.id })
        .then(({ cart: created }) => {
          cartId.write(created.id)
          return created.id
        })
        .finally(() => (creation.current = null))
      return await creation.current
    }
    return {
      cart,
      async add(variantId, quantity) {
        const { cart: filled } = await sdk.store.cart.createLineItem(
          await idOfCart(),
          { variant_id: variantId, quantity },
          query
        )
        setCart(filled)
        const line = filled.items?.find(
          ({ variant_id }) => variant_id === variantId
        )
        if (line) {
          const product = { ...productOf(line), quantity }
          tracker().track("Product Added", {
            cart_id: filled.id,
            currency: filled.currency_code,
            ...product,
          })
        }
      },
      async setQuantity(line, quantity) {
        const id = await idOfCart()
        const { cart: changed } = await sdk.store.cart.updateLineItem(
          id,
          line.id,
          { quantity },
          query
        )
        setCart(changed)
      },
      async remove(line) {
        await sdk.store.cart.deleteLineItem(await idOfCart(), line.id)
        tracker().track("Product Removed", productOf(line))
        await reload()
      },
      accept: setCart,
      reload,
      forget,
    }
  }, [cart, forget, reload, sdk, settings.region.id, tracker])

  return <CartContext value={state}>{children}</CartContext>
}

export function useCart(): CartState {
  const state = use(CartContext)
  if (!state) {
    throw new Error("useCart needs a CartProvider above it")
  }
  return state
}

/** How many pieces are in it. */
export function piecesOf(cart: Cart | null | undefined): number {
  return (cart?.items ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
}
