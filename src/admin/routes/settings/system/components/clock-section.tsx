import { Container, Heading, StatusBadge, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"

import { useLocale } from "../../../../hooks/use-locale"
import {
  useServerClock,
  type ClockConnection,
} from "../../../../hooks/use-server-clock"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

const COLORS: Record<
  ClockConnection,
  ComponentProps<typeof StatusBadge>["color"]
> = {
  connecting: "grey",
  live: "green",
  lost: "red",
}

/** The server's time as it streams in; proof that live pages work. */
export function ClockSection({ zone }: { zone: string }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { connection, tick, receivedAt } = useServerClock()
  const time = (at: Date, timeZone?: string) =>
    new Intl.DateTimeFormat(locale, {
      timeStyle: "medium",
      dateStyle: timeZone ? "medium" : undefined,
      timeZone,
    }).format(at)

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("system.clock.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("system.clock.subtitle", { zone })}
          </Text>
        </div>
        <StatusBadge color={COLORS[connection]} role="status">
          {t(`system.clock.${connection}`)}
        </StatusBadge>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-2 px-6 py-4">
        <span
          data-testid="server-clock"
          className="text-ui-fg-base text-xl font-medium tabular-nums"
        >
          {tick ? time(new Date(tick.now), zone) : "–"}
        </span>
        <Text size="small" className="text-ui-fg-subtle">
          {receivedAt && t("system.clock.received", { time: time(receivedAt) })}
        </Text>
      </div>
    </Container>
  )
}
