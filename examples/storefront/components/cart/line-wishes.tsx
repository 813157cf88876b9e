"use client"

import type {
  Instructions,
  ItemInstructions,
} from "medusa-plugin-cornerstore/sdk"
import { type SubmitEvent, useState } from "react"

import { isEmpty, NO_INSTRUCTIONS } from "@/lib/instructions"

import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Notice } from "../ui/notice"
import { useAction } from "../ui/use-action"
import { readWishes, WishFields } from "../wishes/wish-fields"
import { WishList } from "../wishes/wish-list"
import styles from "./cart.module.css"

/** What is wished for one line: a note, gift wrap, words for the card. */
export function LineWishes({
  cartId,
  lineId,
  title,
  wishes = NO_INSTRUCTIONS,
  onSaved,
}: {
  cartId: string
  lineId: string
  title: string
  wishes?: Instructions
  onSaved(all: ItemInstructions[]): void
}) {
  const { sdk } = useShop()
  const { run, isBusy, problem } = useAction()
  const [isOpen, setOpen] = useState(false)

  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const wished = readWishes(new FormData(event.currentTarget))
    void run(async () => {
      const { instructions } = await sdk.cornerstore.instructions.update(
        cartId,
        { items: [{ item_id: lineId, ...wished }] }
      )
      onSaved(instructions.items)
      setOpen(false)
    })
  }

  if (!isOpen) {
    return (
      <div className={styles.wishes}>
        <WishList wishes={wishes} />
        <Button look="plain" onClick={() => setOpen(true)}>
          {isEmpty(wishes) ? "Add a note or gift wrap" : "Change"}
          <span className="hidden-text"> for {title}</span>
        </Button>
      </div>
    )
  }
  return (
    <form className={styles.wishForm} onSubmit={save}>
      <WishFields
        wishes={wishes}
        notePlaceholder="“Happy birthday, Mia” in icing, sliced, …"
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div className={styles.formButtons}>
        <Button type="submit" look="secondary" disabled={isBusy}>
          {isBusy ? "Saving …" : "Save"}
        </Button>
        <Button look="plain" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
