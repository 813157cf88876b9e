import { Alert, Container, Copy, Heading, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

import type { AdminOrderPos } from "../../../sdk/types"
import { useOrderPos } from "../../hooks/api/pos"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { RelativeInstant } from "../instant"
import { PageError } from "../page-state"
import { OrderPosBadge } from "./status-badge"
import { SendAgain, Waiting } from "./waiting"

/**
 * An order at the POS of its sales channel. Nothing is shown in a shop without
 * one.
 */
export function OrderPosSection({ orderId }: { orderId: string }) {
  const { t } = useCornerstoreTranslation()
  const { pos_orders, expected, isPending, error, refetch } =
    useOrderPos(orderId)

  if (pos_orders?.length === 0 && expected?.length === 0) {
    return null
  }
  if (!pos_orders) {
    return (
      <Container className="divide-y p-0">
        <Heading level="h2" className="px-6 py-4">
          {t("pos.order.title")}
        </Heading>
        {isPending ? (
          <div className="flex flex-col gap-2 px-6 py-4">
            <Skeleton className="h-5 w-2/3" />
            <Skeleton className="h-5 w-1/2" />
          </div>
        ) : (
          <PageError bare error={error} onRetry={() => void refetch()} />
        )}
      </Container>
    )
  }
  return (
    <>
      {pos_orders.map((pos) => (
        <OneOrder key={pos.id} orderId={orderId} pos={pos} />
      ))}
      {expected?.map(({ id, name, catalogue_read }) => (
        <Container key={id} className="divide-y p-0">
          <Heading level="h2" className="px-6 py-4">
            {t("pos.order.titleOf", { name })}
          </Heading>
          <Text
            size="small"
            className="text-ui-fg-subtle px-6 py-4 text-pretty"
          >
            {t(catalogue_read ? "pos.order.soon" : "pos.order.noCatalogue")}
          </Text>
        </Container>
      ))}
    </>
  )
}

type OneOrderProps = { orderId: string; pos: AdminOrderPos }

function OneOrder({ orderId, pos }: OneOrderProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2" className="min-w-0 truncate">
          {t("pos.order.titleOf", { name: pos.connection.name })}
        </Heading>
        <OrderPosBadge pos={pos} />
      </div>
      {pos.state === "waiting" && <Waiting pos={pos} />}
      {pos.state === "sent" && <Ticket pos={pos} />}
      {(pos.state === "skipped" || pos.state === "withdrawn") && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty">
          {t(`pos.order.why.${pos.state}`)}
        </Text>
      )}
      {pos.state !== "skipped" && pos.skipped_lines.length > 0 && (
        <Fact label={t("pos.order.notSent")}>
          {pos.skipped_lines.map(({ title }) => title).join(", ")}
        </Fact>
      )}
      {pos.can_send_again && <SendAgain orderId={orderId} pos={pos} />}
    </Container>
  )
}

function Ticket({ pos }: { pos: AdminOrderPos }) {
  const { t } = useCornerstoreTranslation()
  return (
    <>
      {pos.attention && (
        <div className="px-6 py-4">
          <Alert variant="warning" className="text-pretty">
            {pos.attention.message}
          </Alert>
        </div>
      )}
      <Fact label={t("pos.order.ticket")}>
        <span className="flex items-center gap-1">
          <span className="truncate">{pos.external_id}</span>
          <Copy content={pos.external_id ?? ""} className="text-ui-fg-muted" />
        </span>
      </Fact>
      <Fact label={t("pos.order.reference")}>{pos.reference}</Fact>
      {pos.external_status && (
        <Fact label={t("pos.order.theirStatus")}>{pos.external_status}</Fact>
      )}
      {pos.is_status_unknown && pos.status && (
        <Fact label={t("pos.order.lastKnown")}>
          {t(`pos.status.${pos.status}`)}
        </Fact>
      )}
      {pos.cancel_state === "requested" && (
        <Fact label={t("pos.order.cancellation")}>
          {t("pos.order.canceling")}
          {pos.message?.last_error && ` · ${pos.message.last_error}`}
        </Fact>
      )}
      <Fact label={t("pos.order.updated")}>
        {pos.polled_at || pos.sent_at ? (
          <RelativeInstant instant={pos.polled_at ?? pos.sent_at ?? ""} />
        ) : (
          "–"
        )}
      </Fact>
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="text-ui-fg-subtle txt-compact-small grid grid-cols-2 items-center gap-x-2 px-6 py-4">
      <span className="font-medium">{label}</span>
      <span className="min-w-0 break-words">{children}</span>
    </div>
  )
}
