import { Badge, Container, Heading, StatusBadge, Text } from "@medusajs/ui"

import type { ProcessHeartbeat } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

/** The processes that serve the shop, and when each was last heard of. */
export function ProcessesSection({
  processes,
}: {
  processes: ProcessHeartbeat[]
}) {
  const { t } = useCornerstoreTranslation()
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("system.processes.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("system.processes.subtitle")}
        </Text>
      </div>
      <ul className="divide-y">
        {processes.map((process) => (
          <li
            key={process.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-6 py-3"
          >
            <span className="flex min-w-0 flex-wrap items-center gap-2">
              <Text size="small" weight="plus" className="truncate">
                {process.hostname}
              </Text>
              <Badge size="2xsmall">
                {t(`system.processes.roles.${process.role}`)}
              </Badge>
            </span>
            <StatusBadge color={process.alive ? "green" : "red"}>
              {t(
                process.alive
                  ? "system.processes.alive"
                  : "system.processes.silent"
              )}
            </StatusBadge>
            <Text size="small" className="text-ui-fg-subtle col-span-2">
              {t("system.processes.details", {
                pid: process.pid,
                version: process.version,
              })}
              {" · "}
              {t("system.processes.started")}{" "}
              <RelativeInstant instant={process.started_at} />
              {" · "}
              {t("system.processes.seen")}{" "}
              <RelativeInstant instant={process.seen_at} />
            </Text>
          </li>
        ))}
      </ul>
    </Container>
  )
}
