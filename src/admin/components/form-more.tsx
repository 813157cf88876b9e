import { TriangleRightMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useEffect, useState, type ReactNode } from "react"

type FormMoreProps = {
  title: string
  /** What is behind it, in a few words. */
  description: string
  /** Open from the start, because something is said there. */
  startsOpen: boolean
  /** Something behind it is wrong and must be seen. */
  hasError: boolean
  children: ReactNode
}

/** The part of a form that most people leave alone, folded away. */
export function FormMore({
  title,
  description,
  startsOpen,
  hasError,
  children,
}: FormMoreProps) {
  const [isOpen, setOpen] = useState(startsOpen)

  useEffect(() => {
    if (hasError) {
      setOpen(true)
    }
  }, [hasError])

  return (
    <details
      className="group rounded-lg border"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex cursor-pointer list-none items-center gap-2 rounded-lg px-4 py-3 outline-none [&::-webkit-details-marker]:hidden">
        <TriangleRightMini className="text-ui-fg-muted shrink-0 transition-transform group-open:rotate-90" />
        <span className="min-w-0">
          <Text size="small" weight="plus" as="span" className="block">
            {title}
          </Text>
          <Text
            size="small"
            as="span"
            className="text-ui-fg-subtle block text-pretty"
          >
            {description}
          </Text>
        </span>
      </summary>
      <div className="flex flex-col gap-y-6 border-t px-4 py-4">{children}</div>
    </details>
  )
}
