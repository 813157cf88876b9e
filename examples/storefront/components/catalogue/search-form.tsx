import Form from "next/form"

import { Icon } from "../ui/icon"
import styles from "./catalogue.module.css"

/** A plain form: it works before, and without, any script. */
export function SearchForm({
  search,
  category,
}: {
  search?: string
  category?: string
}) {
  return (
    <Form className={styles.search} action="/" role="search">
      <Icon name="search" />
      <label className="hidden-text" htmlFor="search">
        Search products
      </label>
      <input
        key={search}
        id="search"
        name="q"
        type="search"
        placeholder="Search products"
        defaultValue={search}
        maxLength={100}
        autoComplete="off"
      />
      {category && <input type="hidden" name="category" value={category} />}
      <button type="submit">Search</button>
    </Form>
  )
}
