import { Button, Copy, Text } from "@medusajs/ui"

import { usePublishableKeys } from "../../../../hooks/api/publishable-keys"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { backendUrl } from "../../../../lib/backend-url"
import type { EventFilters } from "./event-filters"

type NoEventsProps = {
  filtered: boolean
  onClear: (changes: EventFilters) => void
}

/** Why the list is empty, and what to do about it. */
export function NoEvents({ filtered, onClear }: NoEventsProps) {
  const { t, host } = useCornerstoreTranslation()
  if (filtered) {
    return (
      <div className="flex flex-col items-center gap-3 px-6 py-12 text-center">
        <Text weight="plus">{t("events.filtered.title")}</Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("events.filtered.description")}
        </Text>
        <Button
          size="small"
          variant="secondary"
          onClick={() =>
            onClear({ event: "", visitor: "", customer: "", from: "", to: "" })
          }
        >
          {host("actions.clearAll")}
        </Button>
      </div>
    )
  }
  return <FirstEvent />
}

/** A command that sends one, with a key that is there. */
function FirstEvent() {
  const { t } = useCornerstoreTranslation()
  const { keys } = usePublishableKeys()
  const token = keys?.find((key) => key.token)?.token ?? "pk_..."
  const command = [
    `curl -X POST '${backendUrl()}/collect/v1/track'`,
    `  -u '${token}:'`,
    "  -H 'Content-Type: application/json'",
    `  -d '{"event": "Hello", "anonymousId": "me"}'`,
  ].join(" \\\n")
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-12 text-center">
      <Text weight="plus">{t("events.empty.title")}</Text>
      <Text size="small" className="text-ui-fg-subtle max-w-lg text-pretty">
        {t("events.empty.description")}
      </Text>
      <div className="bg-ui-bg-subtle border-ui-border-base flex w-full max-w-xl items-start gap-2 rounded-md border p-3 text-left">
        <pre className="txt-compact-small min-w-0 grow whitespace-pre-wrap break-all font-mono">
          {command}
        </pre>
        <Copy content={command} className="text-ui-fg-muted shrink-0" />
      </div>
    </div>
  )
}
