import type { ReactNode } from "react"

import { Icon } from "./icon"
import styles from "./ui.module.css"

type Kind = "info" | "good" | "warn" | "bad"

const ICONS = {
  info: "info",
  good: "check",
  warn: "alert",
  bad: "alert",
} as const

/** A short message; what went wrong is read out at once. */
export function Notice({
  kind = "info",
  title,
  children,
}: {
  kind?: Kind
  title?: string
  children?: ReactNode
}) {
  return (
    <div
      className={`${styles.notice} ${kind === "info" ? "" : styles[kind]}`}
      role={kind === "bad" ? "alert" : "status"}
    >
      <Icon name={ICONS[kind]} />
      <div>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  )
}
