import { ActionMenu } from "@medusajs/dashboard/components"
import { ArrowPath, ArrowUpRightOnBox, Trash, XCircle } from "@medusajs/icons"
import {
  Button,
  Container,
  Copy,
  Heading,
  IconButton,
  InlineTip,
  Text,
  Tooltip,
} from "@medusajs/ui"
import type { ReactNode } from "react"

import type { AdminRouteDetail } from "../../../../../../sdk/types"
import { RelativeInstant } from "../../../../../components/instant"
import { RouteStatusBadge } from "../../../../../components/route-badges"
import { useLocale } from "../../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { formatDay, formatInstant } from "../../../../../lib/dates"
import { formatDistance } from "../../../../../lib/distance"
import { formatMoney } from "../../../../../lib/money"
import { AssignDriver } from "./assign-driver"
import { useRouteActions } from "./use-route-actions"

type RouteSectionProps = {
  route: AdminRouteDetail
  /** When the answer came, milliseconds since 1970. */
  updatedAt: number
  isLost: boolean
}

/** Who drives, how far the route is, and the driver's link. */
export function RouteSection({ route, updatedAt, isLost }: RouteSectionProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const actions = useRouteActions(route)
  const isEditable = ["draft", "published", "started"].includes(route.status)
  const isOut = ["published", "started", "finished"].includes(route.status)

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="flex flex-wrap items-center gap-2">
          <Heading>
            {formatDay(route.date, locale)}, {route.driver.name}
          </Heading>
          <RouteStatusBadge status={route.status} />
        </div>
        <div className="flex items-center gap-2">
          {route.status === "draft" && (
            <Button
              size="small"
              isLoading={actions.isPending}
              onClick={() => void actions.publish()}
            >
              {t("routes.publish")}
            </Button>
          )}
          {isEditable && (
            <ActionMenu
              groups={[
                ...(isOut
                  ? [
                      {
                        actions: [
                          {
                            label: t("routes.link.renew"),
                            icon: <ArrowPath />,
                            onClick: () => void actions.renewLink(),
                          },
                          ...(route.driver_url
                            ? [
                                {
                                  label: t("routes.link.revoke"),
                                  icon: <XCircle />,
                                  onClick: () => void actions.revokeLink(),
                                },
                              ]
                            : []),
                        ],
                      },
                    ]
                  : []),
                {
                  actions: [
                    {
                      label: t("routes.cancel"),
                      icon: <Trash />,
                      onClick: () => void actions.cancel(),
                    },
                  ],
                },
              ]}
            />
          )}
        </div>
      </div>
      {route.status === "draft" && (
        <div className="px-6 py-4">
          <InlineTip label={t("routes.draft.title")}>
            {t("routes.draft.text")}
          </InlineTip>
        </div>
      )}
      <Fact label={t("routes.fields.driver")}>
        {["draft", "published"].includes(route.status) ? (
          <AssignDriver route={route} />
        ) : (
          route.driver.name
        )}
      </Fact>
      <Fact label={t("routes.fields.progress")}>
        {t("routes.progress", {
          done: route.stops_delivered + route.stops_failed,
          count: route.stops_total,
        })}
        {route.stops_failed > 0 &&
          `, ${t("routes.failedCount", { count: route.stops_failed })}`}
      </Fact>
      <Fact label={t("routes.fields.distance")}>
        {t("routes.about", {
          distance: formatDistance(route.distance_meters, locale),
        })}
        {!route.depot && (
          <span className="text-ui-fg-muted block">{t("routes.noDepot")}</span>
        )}
      </Fact>
      {route.cash.map(({ currency_code, collected, short }) => (
        <Fact key={currency_code} label={t("routes.fields.cash")}>
          <span className="tabular-nums">
            {formatMoney(collected, currency_code, locale)}
          </span>
          {short > 0 && (
            <span className="text-ui-fg-error ml-2">
              {t("routes.short", {
                amount: formatMoney(short, currency_code, locale),
              })}
            </span>
          )}
        </Fact>
      ))}
      {isOut && (
        <Fact label={t("routes.fields.link")}>
          {route.driver_url ? (
            <DriverLink url={route.driver_url} until={route.link_expires_at} />
          ) : (
            t("routes.link.none")
          )}
        </Fact>
      )}
      <div className="px-6 py-3">
        <Text
          size="xsmall"
          role="status"
          className={isLost ? "text-ui-fg-error" : "text-ui-fg-muted"}
        >
          {t(isLost ? "routes.lost" : "routes.updated")}{" "}
          <RelativeInstant instant={new Date(updatedAt).toISOString()} />
        </Text>
      </div>
    </Container>
  )
}

function DriverLink({ url, until }: { url: string; until: string | null }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span className="flex items-center gap-1">
        <span>{t("routes.link.hint")}</span>
        <Copy content={url} className="text-ui-fg-muted" />
        <Tooltip content={t("routes.link.open")}>
          <IconButton size="small" variant="transparent" asChild>
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              aria-label={t("routes.link.open")}
            >
              <ArrowUpRightOnBox />
            </a>
          </IconButton>
        </Tooltip>
      </span>
      {until && (
        <span className="text-ui-fg-muted">
          {t("routes.link.until", { time: formatInstant(until, locale) })}
        </span>
      )}
    </span>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="text-ui-fg-subtle txt-compact-small grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] items-center gap-x-2 px-6 py-3">
      <span className="font-medium">{label}</span>
      <span className="min-w-0">{children}</span>
    </div>
  )
}
