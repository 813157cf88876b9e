import { Button, Copy, Drawer, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

import type { ActivityEvent } from "../../../../../sdk/types"
import { usePublishableKeys } from "../../../../hooks/api/publishable-keys"
import { useLocale } from "../../../../hooks/use-locale"
import { useShopZone } from "../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatInstant } from "../../../../lib/dates"
import { CustomerLink } from "./customer-link"
import type { EventFilters } from "./event-filters"
import { eventSubject, eventTitle } from "./event-texts"

type EventDrawerProps = {
  /** Null while none is shown. */
  event: ActivityEvent | null
  names: ReadonlyMap<string, string>
  onClose: () => void
  onFilter: (changes: Partial<EventFilters>) => void
}

/** All that is known of an event. */
export function EventDrawer({ event, onClose, ...rest }: EventDrawerProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <Drawer open={event !== null} onOpenChange={(open) => open || onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{event && eventTitle(event, t)}</Drawer.Title>
          <Drawer.Description>
            {(event && eventSubject(event)) || t("events.detail")}
          </Drawer.Description>
        </Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-auto">
          {event && <Details event={event} onClose={onClose} {...rest} />}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}

function Details({
  event,
  names,
  onClose,
  onFilter,
}: Omit<EventDrawerProps, "event"> & { event: ActivityEvent }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const zone = useShopZone()
  const { keys } = usePublishableKeys()
  const source = keys?.find(({ id }) => id === event.source_id)
  const { anonymous_id, customer_id } = event
  return (
    <>
      <dl className="flex flex-col gap-3">
        <Fact label={t("events.fields.event")}>
          {event.event ?? event.type}
          {event.is_bot && ` · ${t("events.bot")}`}
        </Fact>
        <Fact label={t("events.fields.when")}>
          {formatInstant(event.timestamp, locale, zone, true)}
        </Fact>
        <Fact label={t("events.fields.received")}>
          {formatInstant(event.received_at, locale, zone, true)}
        </Fact>
        {customer_id && (
          <Fact label={t("events.fields.customer")}>
            <CustomerLink id={customer_id} names={names} />
          </Fact>
        )}
        {anonymous_id && (
          <Fact label={t("events.fields.visitor")}>
            <span className="break-all font-mono">{anonymous_id}</span>
            <Button
              size="small"
              variant="transparent"
              className="text-ui-fg-interactive -ml-2 mt-1"
              onClick={() => {
                onFilter({ visitor: anonymous_id })
                onClose()
              }}
            >
              {t("events.onlyVisitor")}
            </Button>
          </Fact>
        )}
        <Fact label={t("events.fields.source")}>
          {source?.title ?? event.source_id}
        </Fact>
        <Fact label={t("events.fields.messageId")}>
          <span className="break-all font-mono">{event.message_id}</span>
        </Fact>
      </dl>
      <Json label={t("events.fields.properties")} value={event.properties} />
      <Json label={t("events.fields.context")} value={event.context} />
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="txt-small grid grid-cols-[8rem_minmax(0,1fr)] gap-3">
      <dt className="text-ui-fg-subtle">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Json({ label, value }: { label: string; value: object }) {
  const text = JSON.stringify(value, null, 2)
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-center justify-between">
        <Text size="small" weight="plus">
          {label}
        </Text>
        <Copy content={text} className="text-ui-fg-muted" />
      </div>
      <pre className="bg-ui-bg-subtle border-ui-border-base txt-compact-small overflow-x-auto whitespace-pre-wrap break-words rounded-md border p-3 font-mono">
        {text}
      </pre>
    </section>
  )
}
