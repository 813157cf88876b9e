"use client"

import { useEffect } from "react"

import { told } from "@/lib/told"

import { useCart } from "./cart"
import { useCustomer } from "./customer"
import { useShop } from "./shop"
import { useVisitor } from "./visitor"

/**
 * What this browser did as a guest becomes the customer's: after the log-in,
 * when a customer agrees later, or with a guest's order. Who takes the consent
 * back is nobody's visitor any more.
 */
export function VisitorLink() {
  const { sdk, tracker } = useShop()
  const customerId = useCustomer().customer?.id
  const cartId = useCart().cart?.id
  const { tracking } = useVisitor()
  const visitorId = tracking?.visitorId
  const isUnknown = tracking !== null && !visitorId

  useEffect(() => {
    if (customerId && visitorId) {
      told.customer
        .tell(`${customerId} ${visitorId}`, async () => {
          tracker().identify(customerId)
          await sdk.cornerstore.activity.linkVisitor(visitorId)
        })
        .catch((error: unknown) =>
          console.warn("What was looked at before stays a guest's:", error)
        )
    }
  }, [customerId, visitorId, sdk, tracker])

  useEffect(() => {
    if (cartId && visitorId) {
      told.cart
        .tell(`${cartId} ${visitorId}`, () =>
          sdk.cornerstore.activity.setCartVisitor(cartId, visitorId)
        )
        .catch((error: unknown) =>
          console.warn("The order will not tell who visited:", error)
        )
    }
  }, [cartId, visitorId, sdk])

  useEffect(() => {
    if (!isUnknown) {
      return
    }
    told.customer.forget()
    if (cartId && told.cart.isTold()) {
      sdk.cornerstore.activity
        .setCartVisitor(cartId, null)
        .then(told.cart.forget)
        .catch((error: unknown) =>
          console.warn("The cart still knows who visited:", error)
        )
    }
  }, [isUnknown, cartId, sdk])
  return null
}
