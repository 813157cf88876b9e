"use client"

import { useEffect, useRef } from "react"

import { useVisitor } from "../providers/visitor"
import { Button } from "../ui/button"
import styles from "./consent.module.css"

/** Asks once whether visits may be counted, and again when it is asked for. */
export function ConsentBar() {
  const { tracking, choose, isAsked, ask } = useVisitor()
  const bar = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isAsked) {
      bar.current?.focus()
    }
  }, [isAsked])

  const optedOut = tracking?.optedOut ?? false
  const isOpen = isAsked || (tracking && !optedOut && !tracking.choice)
  if (!isOpen) {
    return null
  }
  return (
    <section
      ref={bar}
      className={styles.bar}
      aria-label="Cookie settings"
      tabIndex={-1}
    >
      <div className={styles.words}>
        {optedOut ? (
          <p>
            Your browser asks us not to follow your visits. We keep to that:
            nothing is stored here about them.
          </p>
        ) : (
          <p>
            May we remember what you look at? It helps us stock what you like.
            Only this shop learns of it, and everything works the same without.
          </p>
        )}
        {tracking?.choice && (
          <p className={styles.now}>
            {tracking.choice === "granted"
              ? "You have said yes so far."
              : "You have said no so far."}
          </p>
        )}
      </div>
      <div className={styles.choices}>
        {optedOut || !tracking ? (
          <Button look="secondary" onClick={() => ask(false)}>
            Close
          </Button>
        ) : (
          <>
            <Button look="secondary" onClick={() => choose("denied")}>
              No, thanks
            </Button>
            <Button look="secondary" onClick={() => choose("granted")}>
              Yes, you may
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
