"use client"

import type { District } from "medusa-plugin-cornerstore/sdk"
import { type SubmitEvent, useState } from "react"

import { useShop } from "../providers/shop"
import { Button } from "../ui/button"
import { Field } from "../ui/field"
import { Notice } from "../ui/notice"
import { useAction } from "../ui/use-action"
import styles from "./catalogue.module.css"

type Answer = { postalCode: string; district: District | null }

/** Answers the first question anyone has: do you deliver to me? */
export function DistrictCheck() {
  const { sdk } = useShop()
  const { run, isBusy, problem } = useAction()
  const [answer, setAnswer] = useState<Answer>()

  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget).get("postal_code")
    const postalCode = String(typed).trim()
    void run(async () => {
      const { district } = await sdk.cornerstore.delivery.resolveDistrict({
        postal_code: postalCode,
      })
      setAnswer({ postalCode, district })
    })
  }

  return (
    <form className={styles.check} onSubmit={ask}>
      <div className={styles.checkLine}>
        <Field
          label="Do we deliver to you?"
          name="postal_code"
          placeholder="Postal code"
          autoComplete="postal-code"
          maxLength={12}
          required
        />
        <Button type="submit" look="secondary" disabled={isBusy}>
          Check
        </Button>
      </div>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {answer && !problem && <Answered {...answer} />}
    </form>
  )
}

function Answered({ postalCode, district }: Answer) {
  return district ? (
    <Notice kind="good">
      Yes, {postalCode} is in {district.name}. You choose the hour at checkout.
    </Notice>
  ) : (
    <Notice kind="warn">
      Not by the postal code {postalCode} alone. At checkout your whole address
      is looked at.
    </Notice>
  )
}
