import { ArrowUpRightOnBox } from "@medusajs/icons"
import {
  Button,
  Container,
  Copy,
  Heading,
  IconButton,
  Skeleton,
  Tooltip,
} from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

import type { AdminOrderDelivery } from "../../sdk/types"
import { useOrderDelivery } from "../hooks/api/order-delivery"
import { useLocale } from "../hooks/use-locale"
import { useMarkDelivered } from "../hooks/use-mark-delivered"
import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"
import { formatInstant } from "../lib/dates"
import { BookingStatusBadge } from "./booking-status-badge"
import { MissingSlot, SlotActions } from "./order-slot"
import { OrderPositionRow } from "./order-position"
import { PageError } from "./page-state"
import { StopStatusBadge } from "./route-badges"
import { SlotTime } from "./slot-time"

type OrderDeliverySectionProps = { orderId: string; displayId: number | null }

/** An order's slot, where it stands, and the link its customer follows. */
export function OrderDeliverySection({
  orderId,
  displayId,
}: OrderDeliverySectionProps) {
  const { t } = useCornerstoreTranslation()
  const { delivery, isPending, error, refetch } = useOrderDelivery(orderId)

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("orderDelivery.title")}</Heading>
        {delivery && <BookingStatusBadge status={delivery.status} />}
      </div>
      {isPending ? (
        <div className="flex flex-col gap-2 px-6 py-4">
          <Skeleton className="h-5 w-2/3" />
          <Skeleton className="h-5 w-1/2" />
        </div>
      ) : delivery ? (
        <DeliveryFacts
          orderId={orderId}
          delivery={delivery}
          displayId={displayId}
        />
      ) : error ? (
        <PageError bare error={error} onRetry={() => void refetch()} />
      ) : (
        <MissingSlot orderId={orderId} />
      )}
    </Container>
  )
}

type DeliveryFactsProps = {
  orderId: string
  delivery: AdminOrderDelivery
  displayId: number | null
}

function DeliveryFacts({ orderId, delivery, displayId }: DeliveryFactsProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { deliver, isPending } = useMarkDelivered()
  const { slot } = delivery

  return (
    <>
      <Fact label={t("bookings.fields.slot")}>
        <SlotTime slot={slot} zone={slot.time_zone} stacked />
      </Fact>
      <Fact label={t("bookings.fields.district")}>{slot.district.name}</Fact>
      <OrderPositionRow orderId={orderId} />
      {delivery.route && (
        <Fact label={t("orderDelivery.driver")}>
          <span className="flex flex-wrap items-center gap-2">
            <Link
              to={`/deliveries/routes/${delivery.route.id}`}
              className="text-ui-fg-interactive"
            >
              {delivery.route.driver_name}
            </Link>
            <StopStatusBadge status={delivery.route.stop_status} />
          </span>
          {delivery.route.failure_reason && (
            <span className="text-ui-fg-muted block">
              {t(`routes.failure.${delivery.route.failure_reason}`)}
            </span>
          )}
        </Fact>
      )}
      {delivery.delivered_at && (
        <Fact label={t("orderDelivery.deliveredAt")}>
          {formatInstant(delivery.delivered_at, locale)}
        </Fact>
      )}
      <Fact label={t("orderDelivery.tracking")}>
        <span className="flex items-center gap-1">
          <span className="truncate">{t("orderDelivery.trackingHint")}</span>
          <Copy content={delivery.tracking_url} className="text-ui-fg-muted" />
          <Tooltip content={t("orderDelivery.openTracking")}>
            <IconButton size="small" variant="transparent" asChild>
              <a
                href={delivery.tracking_url}
                target="_blank"
                rel="noreferrer"
                aria-label={t("orderDelivery.openTracking")}
              >
                <ArrowUpRightOnBox />
              </a>
            </IconButton>
          </Tooltip>
        </span>
      </Fact>
      {delivery.status === "released" && (
        <MissingSlot orderId={orderId} onlyIfMissing />
      )}
      {delivery.status === "booked" && (
        <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
          <SlotActions orderId={orderId} displayId={displayId} />
          {displayId !== null && (
            <Button
              size="small"
              variant="secondary"
              isLoading={isPending}
              onClick={() =>
                void deliver([
                  { id: delivery.booking_id, display_id: displayId },
                ])
              }
            >
              {t("deliver.action")}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="text-ui-fg-subtle txt-compact-small grid grid-cols-2 items-center gap-x-2 px-6 py-4">
      <span className="font-medium">{label}</span>
      <span className="min-w-0">{children}</span>
    </div>
  )
}
