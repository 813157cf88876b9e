import { XMarkMini } from "@medusajs/icons"
import { IconButton, InlineTip } from "@medusajs/ui"

import type { DeliveryFailure } from "../../../hooks/use-mark-delivered"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"

type DeliverFailuresProps = {
  failures: DeliveryFailure[]
  onDismiss: () => void
}

/** Which orders could not be marked and why; a toast would be gone too soon. */
export function DeliverFailures({ failures, onDismiss }: DeliverFailuresProps) {
  const { t, host } = useCornerstoreTranslation()
  if (failures.length === 0) {
    return null
  }
  return (
    <div className="flex items-start gap-2 px-4 py-3 md:px-6">
      <InlineTip
        variant="error"
        className="grow"
        label={t("deliver.failed", { count: failures.length })}
      >
        <ul className="mt-1 flex flex-col gap-1">
          {failures.map(({ id, display_id, reason }) => (
            <li key={id}>{`#${display_id}: ${reason}`}</li>
          ))}
        </ul>
      </InlineTip>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={host("actions.close")}
        onClick={onDismiss}
      >
        <XMarkMini />
      </IconButton>
    </div>
  )
}
