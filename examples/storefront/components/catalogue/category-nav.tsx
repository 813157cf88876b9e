import Link from "next/link"

import type { Category } from "@/lib/catalogue"

import styles from "./catalogue.module.css"

/** The trades, and below them what the chosen one sells. */
export function CategoryNav({
  tree,
  path,
}: {
  tree: Category[]
  path: Category[]
}) {
  if (!tree.length) {
    return null
  }
  const [trade] = path
  const current = path.at(-1)
  return (
    <nav className={styles.nav} aria-label="Categories">
      <ul className={styles.pills}>
        <Pill href="/" name="All" isCurrent={!trade} isOpen={!trade} />
        {tree.map((category) => (
          <CategoryPill
            key={category.id}
            category={category}
            isCurrent={category.id === current?.id}
            isOpen={category.id === trade?.id}
          />
        ))}
      </ul>
      {trade && trade.children.length > 0 && (
        <ul className={`${styles.pills} ${styles.finer}`}>
          {trade.children.map((category) => (
            <CategoryPill
              key={category.id}
              category={category}
              isCurrent={category.id === current?.id}
              isOpen={path.some(({ id }) => id === category.id)}
            />
          ))}
        </ul>
      )}
    </nav>
  )
}

function CategoryPill({
  category: { handle, name },
  ...state
}: {
  category: Category
  isCurrent: boolean
  isOpen: boolean
}) {
  const href = `/?category=${encodeURIComponent(handle)}`
  return <Pill href={href} name={name} {...state} />
}

function Pill({
  href,
  name,
  isCurrent,
  isOpen,
}: {
  href: string
  name: string
  isCurrent: boolean
  isOpen: boolean
}) {
  return (
    <li>
      <Link
        className={`${styles.pill} ${isOpen ? styles.open : ""}`}
        href={href}
        prefetch={false}
        aria-current={isCurrent ? "page" : undefined}
      >
        {name}
      </Link>
    </li>
  )
}
