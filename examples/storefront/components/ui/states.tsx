import type { ReactNode } from "react"

import styles from "./ui.module.css"

/** In the place of what is being loaded. */
export function Skeleton({ height }: { height: string }) {
  return <span className={styles.skeleton} style={{ height }} />
}

/** A page that is waiting, without moving anything when it arrives. */
export function Loading({ what }: { what: string }) {
  return (
    <div role="status" style={{ display: "grid", gap: "1rem" }}>
      <span className="hidden-text">Loading {what}</span>
      <Skeleton height="2.5rem" />
      <Skeleton height="8rem" />
      <Skeleton height="8rem" />
    </div>
  )
}

/** Nothing here, and what to do about it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <h1>{title}</h1>
      {children && <p className="muted">{children}</p>}
      {action}
    </div>
  )
}
