import { Link } from "react-router-dom"

import { shortId } from "./event-texts"

type CustomerLinkProps = { id: string; names: ReadonlyMap<string, string> }

/** A customer by name, as far as it is known, with the way to her page. */
export function CustomerLink({ id, names }: CustomerLinkProps) {
  return (
    <Link
      to={`/customers/${id}`}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover block truncate"
    >
      {names.get(id) ?? shortId(id)}
    </Link>
  )
}
