import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Copy, InlineTip, Text } from "@medusajs/ui"

import type { ReaderScope } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { CommandBlock } from "./command-block"
import { readCommand } from "./commands"

type NewSecretProps = {
  secret: string
  scopes: ReaderScope[]
  onDone: () => void
}

/** The secret of a new key: here and now, and never again. */
export function NewSecret({ secret, scopes, onDone }: NewSecretProps) {
  const { t } = useCornerstoreTranslation()
  const path = scopes.includes("events:read") ? "events" : "facts"
  return (
    <>
      <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
        <InlineTip
          variant="warning"
          label={t("activityKeys.created.once")}
          className="text-pretty"
        >
          {t("activityKeys.created.hint")}
        </InlineTip>
        <div className="shadow-borders-base bg-ui-bg-component flex items-start gap-2 rounded-md p-3">
          <Text
            family="mono"
            size="small"
            className="min-w-0 grow select-all break-all"
          >
            {secret}
          </Text>
          <Copy
            content={secret}
            className="text-ui-fg-muted shrink-0"
            aria-label={t("activityKeys.created.copy")}
          />
        </div>
        <div className="flex flex-col gap-2">
          <Text size="small" weight="plus">
            {t("activityKeys.created.try")}
          </Text>
          <CommandBlock command={readCommand(path, secret)} />
        </div>
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <Button size="small" onClick={onDone}>
          {t("activityKeys.created.done")}
        </Button>
      </RouteDrawer.Footer>
    </>
  )
}
