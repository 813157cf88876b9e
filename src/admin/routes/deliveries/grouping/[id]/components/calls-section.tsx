import { Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { AdminGroupingDetail } from "../../../../../../sdk/types"
import { SlotTime } from "../../../../../components/slot-time"
import { useShopZone } from "../../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"

/** Whom the shop has to call about a new day, since no e-mail tells them. */
export function CallsSection({ grouping }: { grouping: AdminGroupingDetail }) {
  const { t } = useCornerstoreTranslation()
  const zone = useShopZone()
  const calls = grouping.moves.filter(({ told }) => told === "call")
  if (!calls.length) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-4 py-4 md:px-6">
        <Heading level="h2">
          {t("grouping.calls.title", { count: calls.length })}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("grouping.calls.description")}
        </Text>
      </div>
      <ul className="divide-y">
        {calls.map(({ booking_id, order, to }) => (
          <li
            key={booking_id}
            className="txt-small flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-3 md:px-6"
          >
            <Link
              to={`/orders/${order.id}`}
              className="hover:text-ui-fg-interactive-hover min-w-0 truncate font-medium"
            >
              {order.display_id === null ? order.id : `#${order.display_id}`}{" "}
              {order.customer_name}
            </Link>
            <SlotTime slot={to} zone={zone ?? "UTC"} />
          </li>
        ))}
      </ul>
    </Container>
  )
}
