import { Container, Heading, InlineTip, Text } from "@medusajs/ui"
import type { TFunction } from "i18next"

import type {
  HealthCheck,
  SystemHealthResponse,
} from "../../../../../sdk/types"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { HealthBadge } from "./health-badge"

type ChecksSectionProps = {
  health: SystemHealthResponse
  updatedAt: Date
  /** The last attempt to refresh failed. */
  stale: boolean
}

/** One line for each thing the shop stands on. */
export function ChecksSection({
  health,
  updatedAt,
  stale,
}: ChecksSectionProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "medium" })

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div>
          <Heading>{t("system.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("system.updated", { time: time.format(updatedAt) })}
          </Text>
        </div>
        <HealthBadge status={health.status} />
      </div>
      {stale && (
        <div className="px-6 py-3">
          <InlineTip variant="warning" label={t("system.lost.title")}>
            {t("system.lost.description", { time: time.format(updatedAt) })}
          </InlineTip>
        </div>
      )}
      <ul className="divide-y">
        {health.checks.map((check) => (
          <li
            key={check.name}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-6 py-3 md:grid-cols-[12rem_minmax(0,1fr)_6rem_8rem]"
          >
            <Text size="small" weight="plus">
              {t(`system.checks.${check.name}`, { defaultValue: check.name })}
            </Text>
            <Text
              size="small"
              className="text-ui-fg-subtle order-last col-span-2 break-words md:order-none md:col-span-1"
            >
              {messageOf(check, health, t)}
            </Text>
            <Text
              size="small"
              className="text-ui-fg-muted hidden text-right tabular-nums md:block"
            >
              {check.latency_ms === null
                ? ""
                : t("system.milliseconds", {
                    value: new Intl.NumberFormat(locale, {
                      maximumFractionDigits: 1,
                    }).format(check.latency_ms),
                  })}
            </Text>
            <span className="justify-self-end">
              <HealthBadge status={check.status} />
            </span>
          </li>
        ))}
      </ul>
    </Container>
  )
}

/**
 * What is well is said in the viewer's language; a fault in the server's own
 * words, which name what broke.
 */
function messageOf(
  { name, status, message }: HealthCheck,
  { outbox }: SystemHealthResponse,
  t: TFunction<"cornerstore">
): string {
  switch (status) {
    case "ok":
      return t(`system.fine.${name}`, {
        count: outbox.pending,
        defaultValue: message,
      })
    case "off":
      return t(`system.unused.${name}`, { defaultValue: message })
    default:
      return name === "outbox" && outbox.failed > 0
        ? t("system.outbox.summary", {
            pending: outbox.pending,
            failed: outbox.failed,
          })
        : message
  }
}
