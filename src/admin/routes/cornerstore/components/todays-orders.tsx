import type { AdminOrder } from "@medusajs/framework/types"
import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { PageError } from "../../../components/page-state"
import { useTodaysOrders } from "../../../hooks/api/todays-orders"
import { useLocale } from "../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { startOfDay } from "../../../lib/dates"
import { formatMoney } from "../../../lib/money"

type TodaysOrdersProps = { today: string; zone: string }

/** What was ordered since the shop's midnight, newest first. */
export function TodaysOrders({ today, zone }: TodaysOrdersProps) {
  const { t } = useCornerstoreTranslation()
  const { orders, count, error, refetch } = useTodaysOrders(
    startOfDay(today, zone)
  )
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">
          {count === undefined
            ? t("home.orders.title")
            : t("home.orders.counted", { count })}
        </Heading>
        <Button size="small" variant="secondary" asChild>
          <Link to="/orders">{t("home.orders.all")}</Link>
        </Button>
      </div>
      {orders ? (
        <OrderList orders={orders} zone={zone} />
      ) : error ? (
        <PageError bare error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="px-6 py-4">
          <Skeleton className="h-24 w-full" />
        </div>
      )}
    </Container>
  )
}

function OrderList({ orders, zone }: { orders: AdminOrder[]; zone: string }) {
  const { t } = useCornerstoreTranslation()
  if (!orders.length) {
    return (
      <Text
        size="small"
        className="text-ui-fg-subtle px-6 py-8 text-center text-pretty"
      >
        {t("home.orders.empty")}
      </Text>
    )
  }
  return (
    <ul className="divide-y">
      {orders.map((order) => (
        <li key={order.id}>
          <OrderRow order={order} zone={zone} />
        </li>
      ))}
    </ul>
  )
}

function OrderRow({ order, zone }: { order: AdminOrder; zone: string }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(order.created_at))
  return (
    <Link
      to={`/orders/${order.id}`}
      className="hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus flex items-center gap-x-4 px-6 py-3 outline-none"
    >
      <span className="min-w-0 grow">
        <Text size="small" weight="plus" className="truncate">
          #{order.display_id} {customerName(order)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {time}
        </Text>
      </span>
      <span className="shrink-0 text-right">
        <Text size="small" weight="plus" className="tabular-nums">
          {formatMoney(order.total, order.currency_code, locale)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {order.payment_status === "captured"
            ? t("home.orders.paid")
            : t("home.orders.unpaid")}
        </Text>
      </span>
    </Link>
  )
}

function customerName({ customer, email }: AdminOrder): string {
  const name = [customer?.first_name, customer?.last_name]
    .filter(Boolean)
    .join(" ")
  return name || email || ""
}
