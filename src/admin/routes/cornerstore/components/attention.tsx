import {
  CheckCircle,
  ExclamationCircle,
  TriangleRightMini,
} from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

import type { SystemHealthResponse } from "../../../../sdk/types"
import { useOrdersWithoutSlot } from "../../../hooks/api/order-slot"
import { useSystemHealth } from "../../../hooks/api/system"
import { useLocale } from "../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { formatDay, formatSlotHours } from "../../../lib/dates"
import { loadOf } from "../../../lib/slot-load"
import { isFull, slotLink, type SlotLoad } from "./slot-load"

type Item = { key: string; to: string; title: string; detail: string }

const REFRESH_MS = 30_000

/** Parts of the shop whose trouble somebody can mend, and where. */
const MENDED_AT: Record<string, string> = {
  pos: "/settings/pos",
  activity_store: "/settings/system",
}

type AttentionProps = {
  slots: SlotLoad[]
  /** Booked deliveries whose slot has ended. */
  overdue: number
  zone: string
}

/** What somebody should look at, each item a link to where it is mended. */
export function Attention({ slots, overdue, zone }: AttentionProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { health } = useSystemHealth({ refetchInterval: REFRESH_MS })

  const { orders = [], has_more } = useOrdersWithoutSlot({
    refetchInterval: REFRESH_MS,
  })

  const items: Item[] = [
    ...orders.map(({ id, display_id, customer_name }) => ({
      key: id,
      to: `/orders/${id}`,
      title: t("home.attention.noSlot", { number: display_id }),
      detail: customer_name
        ? t("home.attention.noSlotDetail", { name: customer_name })
        : t("home.attention.noSlotNobody"),
    })),
    ...(has_more
      ? [
          {
            key: "no-slot-more",
            to: "/orders",
            title: t("home.attention.noSlotMore"),
            detail: t("home.attention.noSlotMoreDetail"),
          },
        ]
      : []),
    ...(overdue > 0
      ? [
          {
            key: "overdue",
            to: "/deliveries",
            title: t("home.attention.overdue", { count: overdue }),
            detail: t("home.attention.overdueDetail"),
          },
        ]
      : []),
    ...slots.filter(isFull).map((slot) => ({
      key: slot.id,
      to: slotLink(slot),
      title: t(
        loadOf(slot).state === "over"
          ? "home.attention.overSlot"
          : "home.attention.fullSlot",
        { district: slot.district.name }
      ),
      detail: `${formatDay(slot.date, locale)}, ${formatSlotHours(slot.starts_at, slot.ends_at, zone, locale)}`,
    })),
    ...systemItems(health, {
      outbox: (count) => t("home.attention.outbox", { count }),
      outboxDetail: t("home.attention.outboxDetail"),
      reconciler: (name) => t("home.attention.reconciler", { name }),
      check: (name) => t(`system.checks.${name}`),
    }),
  ]

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("home.attention.title")}</Heading>
      </div>
      {items.length === 0 ? (
        <div className="text-ui-fg-subtle flex items-center gap-2 px-6 py-4">
          <CheckCircle className="text-ui-tag-green-icon shrink-0" />
          <Text size="small">{t("home.attention.none")}</Text>
        </div>
      ) : (
        <ul className="divide-y">
          {items.map(({ key, ...item }) => (
            <li key={key}>
              <AttentionItem
                {...item}
                icon={<ExclamationCircle className="text-ui-tag-orange-icon" />}
              />
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}

type SystemTexts = {
  outbox: (count: number) => string
  outboxDetail: string
  reconciler: (name: string) => string
  check: (name: string) => string
}

function systemItems(
  health: SystemHealthResponse | undefined,
  texts: SystemTexts
): Item[] {
  if (!health) {
    return []
  }
  const { failed } = health.outbox
  return [
    ...(failed > 0
      ? [
          {
            key: "outbox",
            to: "/settings/system",
            title: texts.outbox(failed),
            detail: texts.outboxDetail,
          },
        ]
      : []),
    ...health.checks.flatMap(({ name, status, message }) =>
      MENDED_AT[name] && (status === "degraded" || status === "down")
        ? [
            {
              key: `check:${name}`,
              to: MENDED_AT[name],
              title: texts.check(name),
              detail: message,
            },
          ]
        : []
    ),
    ...health.reconcilers.flatMap(({ name, error }) =>
      error
        ? [
            {
              key: `reconciler:${name}`,
              to: "/settings/system",
              title: texts.reconciler(name),
              detail: error,
            },
          ]
        : []
    ),
  ]
}

type AttentionItemProps = Omit<Item, "key"> & { icon: ReactNode }

function AttentionItem({ to, title, detail, icon }: AttentionItemProps) {
  return (
    <Link
      to={to}
      className="hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus flex items-center gap-3 px-6 py-3 outline-none"
    >
      <span className="shrink-0">{icon}</span>
      <span className="min-w-0 grow">
        <Text size="small" weight="plus">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle line-clamp-2">
          {detail}
        </Text>
      </span>
      <TriangleRightMini className="text-ui-fg-muted shrink-0" />
    </Link>
  )
}
