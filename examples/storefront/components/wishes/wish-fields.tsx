import type { Instructions } from "medusa-plugin-cornerstore/sdk"

import { GIFT_MESSAGE_LENGTH, NOTE_LENGTH } from "@/lib/instructions"

import { Checkbox, TextArea } from "../ui/field"

/** The fields of a form that `readWishes` reads. */
export function WishFields({
  wishes,
  notePlaceholder,
}: {
  wishes: Instructions
  notePlaceholder?: string
}) {
  return (
    <>
      <TextArea
        label="Note"
        name="note"
        rows={2}
        maxLength={NOTE_LENGTH}
        defaultValue={wishes.note ?? ""}
        placeholder={notePlaceholder}
      />
      <Checkbox
        label="Wrap it as a gift"
        name="gift_wrap"
        defaultChecked={wishes.gift_wrap}
      />
      <TextArea
        label="Words for the card"
        name="gift_message"
        rows={2}
        maxLength={GIFT_MESSAGE_LENGTH}
        defaultValue={wishes.gift_message ?? ""}
      />
    </>
  )
}

export function readWishes(form: FormData): Instructions {
  const text = (name: string) => String(form.get(name) ?? "").trim() || null
  return {
    note: text("note"),
    gift_wrap: form.get("gift_wrap") === "on",
    gift_message: text("gift_message"),
  }
}
