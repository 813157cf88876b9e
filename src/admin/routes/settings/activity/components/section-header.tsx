import { PencilSquare } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

type SectionHeaderProps = {
  title: string
  subtitle: string
  /** Where it is edited; left out where it cannot be. */
  edit?: string
}

/** What a section is about, and the way to change it. */
export function SectionHeader({ title, subtitle, edit }: SectionHeaderProps) {
  const { host } = useCornerstoreTranslation()
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div className="min-w-0 grow basis-64">
        <Heading level="h2">{title}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {subtitle}
        </Text>
      </div>
      {edit && (
        <Button size="small" variant="secondary" asChild>
          <Link to={edit}>
            <PencilSquare />
            {host("actions.edit")}
          </Link>
        </Button>
      )}
    </div>
  )
}
