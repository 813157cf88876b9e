import { Button, Text } from "@medusajs/ui"

import type { AdminReaderKey } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { KeyStateBadge } from "./key-state-badge"
import { scopesText } from "./key-texts"
import { useRevokeAction } from "./use-revoke-action"

/** A key on a phone, where a row's menu has no room. */
export function KeyCard({ readerKey }: { readerKey: AdminReaderKey }) {
  const { t } = useCornerstoreTranslation()
  const revoke = useRevokeAction()
  const { name, redacted, state, last_used_at } = readerKey
  return (
    <div className="txt-small text-ui-fg-subtle flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <Text size="small" weight="plus" className="text-ui-fg-base truncate">
          {name}
        </Text>
        <KeyStateBadge state={state} />
      </div>
      <span className="font-mono">{redacted}</span>
      <span>{scopesText(readerKey, t)}</span>
      <div className="flex items-center justify-between gap-2">
        <span>
          {last_used_at ? (
            <>
              {t("activityKeys.fields.lastUsed")}{" "}
              <RelativeInstant instant={last_used_at} />
            </>
          ) : (
            t("activityKeys.neverUsed")
          )}
        </span>
        {state !== "revoked" && (
          <Button
            size="small"
            variant="transparent"
            className="text-ui-fg-error"
            onClick={() => void revoke(readerKey)}
          >
            {t("activityKeys.revoke.action")}
          </Button>
        )}
      </div>
    </div>
  )
}
