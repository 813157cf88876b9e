"use client"

import type { Instructions } from "medusa-plugin-cornerstore/sdk"
import type { SubmitEvent } from "react"

import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Notice } from "../ui/notice"
import { useAction } from "../ui/use-action"
import { readWishes, WishFields } from "../wishes/wish-fields"
import styles from "./checkout.module.css"

/** What the kitchen and the driver should know; all of it may be left empty. */
export function WishesStep({
  cartId,
  wishes,
  onDone,
}: {
  cartId: string
  wishes: Instructions
  onDone(wishes: Instructions): void
}) {
  const { sdk } = useShop()
  const { run, isBusy, problem } = useAction()

  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wished = readWishes(new FormData(event.currentTarget))
    void run(async () => {
      const { instructions } = await sdk.cornerstore.instructions.update(
        cartId,
        wished
      )
      onDone(instructions)
    })
  }

  return (
    <form className={styles.form} onSubmit={save}>
      <WishFields
        wishes={wishes}
        notePlaceholder="Ring twice, leave it with the neighbour, …"
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <Button type="submit" disabled={isBusy}>
        Continue to payment
      </Button>
    </form>
  )
}
