import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type ListInvitationProps = {
  title: string
  description: string
  /** What to do first. */
  children?: ReactNode
}

/** What an empty list is for, and how it gets its first row. */
export function ListInvitation({
  title,
  description,
  children,
}: ListInvitationProps) {
  return (
    <div className="flex max-w-md flex-col items-center gap-3 text-center">
      <Text weight="plus">{title}</Text>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {description}
      </Text>
      {children}
    </div>
  )
}
