"use client"

import type { Instructions } from "medusa-plugin-cornerstore/sdk"
import { useEffect, useState } from "react"

import { isEmpty } from "@/lib/instructions"

import { useShop } from "../providers/shop"
import { WishList } from "../wishes/wish-list"
import styles from "./order.module.css"

/** What was wished for the whole order, asked for by the cart it was. */
export function OrderWishes({ cartId }: { cartId: string }) {
  const { sdk } = useShop()
  const [wishes, setWishes] = useState<Instructions>()
  useEffect(() => {
    let isCurrent = true
    sdk.cornerstore.instructions.retrieve(cartId).then(
      ({ instructions }) => isCurrent && setWishes(instructions),
      (error: unknown) =>
        console.warn("The instructions could not be read:", error)
    )
    return () => {
      isCurrent = false
    }
  }, [sdk, cartId])

  return wishes && !isEmpty(wishes) ? (
    <div className={styles.wishes}>
      <h3>Your wishes</h3>
      <WishList wishes={wishes} />
    </div>
  ) : null
}
