"use client"

import { useVisitor } from "../providers/visitor"
import { Button } from "../ui/button"

/** Opens the choice again: taking it back is as easy as giving it. */
export function CookieSettings() {
  const { ask } = useVisitor()
  return (
    <Button look="plain" onClick={() => ask(true)}>
      Cookie settings
    </Button>
  )
}
