import { Plus } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"

/** Leads from a list to the form for a new row. */
export function CreateButton() {
  const { host } = useCornerstoreTranslation()
  return (
    <Button size="small" variant="secondary" asChild>
      <Link to="create">
        <Plus />
        {host("actions.create")}
      </Link>
    </Button>
  )
}
