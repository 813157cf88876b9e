import { ArrowDownMini, ArrowRightMini } from "@medusajs/icons"
import { Checkbox, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type {
  AdminGroupingDetail,
  AdminGroupingMove,
} from "../../../../../../sdk/types"
import { SlotTime } from "../../../../../components/slot-time"
import { useLocale } from "../../../../../hooks/use-locale"
import { useShopZone } from "../../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { formatDistance } from "../../../../../lib/distance"
import { MoveStateBadge } from "../../components/status-badges"

type MovesSectionProps = {
  grouping: AdminGroupingDetail
  isChosen: (bookingId: string) => boolean
  onToggle: (bookingId: string, checked: boolean) => void
}

/** The moves, in the order in which they save. */
export function MovesSection({
  grouping,
  isChosen,
  onToggle,
}: MovesSectionProps) {
  const { t } = useCornerstoreTranslation()
  const zone = useShopZone()
  const isOpen = grouping.status === "proposed"
  return (
    <Container className="divide-y p-0">
      <div className="px-4 py-4 md:px-6">
        <Heading level="h2">{t("grouping.fields.moves")}</Heading>
        {isOpen && (
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("grouping.movesHint")}
          </Text>
        )}
      </div>
      <ul className="divide-y">
        {grouping.moves.map((move) => (
          <li
            key={move.booking_id}
            className="flex items-start gap-3 px-4 py-3 md:px-6"
          >
            {isOpen && (
              <span className="flex size-6 shrink-0 items-center justify-center">
                <Checkbox
                  aria-label={t("grouping.choose", {
                    order: orderName(move),
                  })}
                  checked={isChosen(move.booking_id)}
                  onCheckedChange={(checked) =>
                    onToggle(move.booking_id, checked === true)
                  }
                />
              </span>
            )}
            <MoveRow move={move} zone={zone ?? "UTC"} isOpen={isOpen} />
          </li>
        ))}
      </ul>
    </Container>
  )
}

const orderName = ({ order }: AdminGroupingMove): string =>
  order.display_id === null ? order.id : `#${order.display_id}`

type MoveRowProps = { move: AdminGroupingMove; zone: string; isOpen: boolean }

function MoveRow({ move, zone, isOpen }: MoveRowProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <div className="grid min-w-0 grow items-start gap-x-4 gap-y-1 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_1rem_minmax(0,1fr)_minmax(0,0.9fr)]">
      <div className="min-w-0">
        <Text size="small" weight="plus" className="truncate">
          <Link
            to={`/orders/${move.order.id}`}
            className="hover:text-ui-fg-interactive-hover"
          >
            {orderName(move)}
          </Link>{" "}
          {move.order.customer_name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle truncate">
          {move.district.name}
        </Text>
      </div>
      <span className="txt-small">
        <SlotTime slot={move.from} zone={zone} stacked />
      </span>
      <span className="text-ui-fg-muted" aria-hidden>
        <ArrowRightMini className="hidden md:block" />
        <ArrowDownMini className="md:hidden" />
      </span>
      <span className="txt-small">
        <span className="sr-only">{t("grouping.to")} </span>
        <SlotTime slot={move.to} zone={zone} stacked />
      </span>
      <div className="flex flex-col items-start gap-1 md:items-end">
        <Text size="small" className="tabular-nums">
          {t("grouping.saves", {
            distance: formatDistance(move.saved_metres, locale),
          })}
        </Text>
        {!isOpen && <MoveStateBadge state={move.state} />}
        {move.reason && (
          <Text
            size="xsmall"
            className="text-ui-fg-subtle text-pretty md:text-right"
          >
            {move.reason}
          </Text>
        )}
        {move.told === "email" && (
          <Text size="xsmall" className="text-ui-fg-subtle">
            {t("grouping.told")}
          </Text>
        )}
      </div>
    </div>
  )
}
