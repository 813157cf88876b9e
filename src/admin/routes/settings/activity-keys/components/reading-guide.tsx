import { Container, Heading, Text } from "@medusajs/ui"

import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { CommandBlock } from "./command-block"
import { exportCommand, readCommand } from "./commands"

/** How another system reads with a key, and goes on reading. */
export function ReadingGuide() {
  const { t } = useCornerstoreTranslation()
  const steps = [
    { key: "read", command: readCommand("events", undefined, "?limit=100") },
    {
      key: "follow",
      command: readCommand("events", undefined, "?cursor=<next_cursor>"),
    },
    { key: "export", command: exportCommand() },
  ]
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("activityKeys.guide.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("activityKeys.guide.subtitle")}
        </Text>
      </div>
      <ol className="flex flex-col gap-6 px-6 py-4">
        {steps.map(({ key, command }) => (
          <li key={key} className="flex flex-col gap-2">
            <Text size="small" className="text-pretty">
              {t(`activityKeys.guide.${key}`)}
            </Text>
            <CommandBlock command={command} />
          </li>
        ))}
      </ol>
    </Container>
  )
}
