import { usePrompt } from "@medusajs/ui"
import { useState } from "react"

import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"

/**
 * A drawer inside a widget, which has no route of its own: asks Medusa's
 * question before it closes over unsaved changes.
 */
export function useGuardedDrawer() {
  const { host } = useCornerstoreTranslation()
  const prompt = usePrompt()
  const [open, setOpen] = useState(false)
  const [dirty, setDirty] = useState(false)

  const change = async (next: boolean) => {
    const stays =
      !next &&
      dirty &&
      !(await prompt({
        variant: "confirmation",
        title: host("general.unsavedChangesTitle"),
        description: host("general.unsavedChangesDescription"),
        confirmText: host("actions.continue"),
        cancelText: host("actions.cancel"),
      }))
    if (!stays) {
      setDirty(false)
      setOpen(next)
    }
  }

  return {
    open,
    onOpenChange: (next: boolean) => void change(next),
    /** Whether the form has changes that would be lost. */
    setDirty,
    /** Closes without asking. */
    close: () => {
      setDirty(false)
      setOpen(false)
    },
  }
}
