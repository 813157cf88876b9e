"use client"

import { type ReactNode, useEffect, useId, useRef } from "react"

import { Button } from "../ui/button"
import { Icon } from "../ui/icon"
import styles from "./checkout.module.css"

/**
 * One step of the checkout: a form while it is open, a summary once it is done,
 * a title while it waits for the steps before it.
 */
export function Section({
  number,
  title,
  isOpen,
  isDone,
  summary,
  onChange,
  children,
}: {
  number: number
  title: string
  isOpen: boolean
  isDone: boolean
  summary?: ReactNode
  onChange(): void
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const wasOpen = useRef(isOpen)
  const id = useId()
  useEffect(() => {
    // Whoever came by keyboard or voice goes on where the page goes on.
    if (isOpen && !wasOpen.current) {
      heading.current?.focus({ preventScroll: true })
      heading.current?.scrollIntoView({ block: "nearest" })
    }
    wasOpen.current = isOpen
  }, [isOpen])

  return (
    <section
      className={styles.section}
      aria-labelledby={id}
      data-state={isOpen ? "open" : isDone ? "done" : "waiting"}
    >
      <div className={styles.sectionHeading}>
        <span className={styles.number}>
          {isDone && !isOpen ? <Icon name="check" size={16} /> : number}
        </span>
        <h2 ref={heading} id={id} tabIndex={-1}>
          {title}
        </h2>
        {isDone && !isOpen && (
          <Button look="plain" onClick={onChange}>
            Change<span className="hidden-text"> {title}</span>
          </Button>
        )}
      </div>
      {isOpen ? (
        <div className={styles.sectionBody}>{children}</div>
      ) : (
        isDone &&
        summary && <div className={styles.sectionSummary}>{summary}</div>
      )}
    </section>
  )
}
