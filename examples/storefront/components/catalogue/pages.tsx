import { PAGE_SIZE } from "@/lib/catalogue"

import { LinkButton } from "../ui/button"
import styles from "./catalogue.module.css"

/** To the pages before and after; nothing when all fits on one. */
export function Pages({
  page,
  count,
  query,
}: {
  page: number
  count: number
  query: Record<string, string | undefined>
}) {
  const last = Math.max(1, Math.ceil(count / PAGE_SIZE))
  if (last === 1) {
    return null
  }
  const to = (target: number) => {
    const words = new URLSearchParams({ page: String(target) })
    for (const [name, value] of Object.entries(query)) {
      if (value) {
        words.set(name, value)
      }
    }
    return `/?${words}`
  }
  return (
    <nav className={styles.pages} aria-label="Pages">
      {page > 1 && (
        <LinkButton look="secondary" href={to(page - 1)} rel="prev">
          Previous
        </LinkButton>
      )}
      <span className="muted">
        Page {page} of {last}
      </span>
      {page < last && (
        <LinkButton look="secondary" href={to(page + 1)} rel="next">
          Next
        </LinkButton>
      )}
    </nav>
  )
}
