import { Badge } from "@medusajs/ui"

import type { ActivityEvent } from "../../../../../sdk/types"
import { EntryIcon } from "../../../../components/customer-timeline/entry-icon"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { asEntry, eventTitle } from "./event-texts"

type EventTitleProps = {
  event: ActivityEvent
  /** Left out, it is no button. */
  onShow?: (event: ActivityEvent) => void
}

/** What happened, with its icon, and that it was a machine. */
export function EventTitle({ event, onShow }: EventTitleProps) {
  const { t } = useCornerstoreTranslation()
  const title = eventTitle(event, t)
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="text-ui-fg-muted shrink-0" aria-hidden>
        <EntryIcon entry={asEntry(event)} />
      </span>
      {onShow ? (
        <button
          type="button"
          className="text-ui-fg-base truncate text-left font-medium"
          onClick={(click) => {
            click.stopPropagation()
            onShow(event)
          }}
        >
          {title}
        </button>
      ) : (
        <span className="text-ui-fg-base truncate font-medium">{title}</span>
      )}
      {event.is_bot && (
        <Badge size="2xsmall" color="grey">
          {t("events.bot")}
        </Badge>
      )}
    </span>
  )
}
