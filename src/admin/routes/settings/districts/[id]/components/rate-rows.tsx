import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type RateRowsProps = {
  title: string
  hint: string
  addLabel: string
  onAdd: () => void
  children: ReactNode
}

/** A list of rows in a form, to which more can be added. */
export function RateRows({
  title,
  hint,
  addLabel,
  onAdd,
  children,
}: RateRowsProps) {
  return (
    <fieldset className="flex flex-col gap-3">
      <Text asChild size="small" weight="plus" leading="compact">
        <legend className="pb-1">{title}</legend>
      </Text>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {hint}
      </Text>
      {children}
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        onClick={onAdd}
      >
        <Plus />
        {addLabel}
      </Button>
    </fieldset>
  )
}

type RateRowProps = {
  removeLabel: string
  onRemove: () => void
  children: ReactNode
}

/** Two fields beside each other, and a button that takes them away. */
export function RateRow({ removeLabel, onRemove, children }: RateRowProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2">
      {children}
      <IconButton
        type="button"
        variant="transparent"
        // Beside the fields, below their labels.
        className="mt-6"
        aria-label={removeLabel}
        onClick={onRemove}
      >
        <Trash />
      </IconButton>
    </div>
  )
}
