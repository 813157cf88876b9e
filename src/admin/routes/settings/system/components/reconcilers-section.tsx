import { ArrowPath } from "@medusajs/icons"
import { Button, Container, Heading, Text, toast } from "@medusajs/ui"

import type { ReconcilerStatus } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { useRunReconcilers } from "../../../../hooks/api/system"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { HealthBadge } from "./health-badge"

/** The jobs that find what fell through the cracks, and what they found. */
export function ReconcilersSection({
  reconcilers,
}: {
  reconcilers: ReconcilerStatus[]
}) {
  const { t } = useCornerstoreTranslation()
  const { mutate, isPending } = useRunReconcilers()

  const run = () =>
    mutate(undefined, {
      onSuccess: () => toast.success(t("system.reconcilers.done")),
      onError: (error) => toast.error(error.message),
    })

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("system.reconcilers.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("system.reconcilers.subtitle")}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={run}
        >
          <ArrowPath />
          {t("system.reconcilers.run")}
        </Button>
      </div>
      {reconcilers.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("system.reconcilers.empty")}
        </Text>
      )}
      <ul className="divide-y">
        {reconcilers.map((reconciler) => (
          <li
            key={reconciler.name}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-6 py-3"
          >
            <Text size="small" weight="plus" className="break-words">
              {t(`system.reconcilers.names.${reconciler.name}`, {
                defaultValue: reconciler.name,
              })}
            </Text>
            <HealthBadge status={statusOf(reconciler)} />
            <Text size="small" className="text-ui-fg-subtle col-span-2">
              <LastRun reconciler={reconciler} />
            </Text>
            {reconciler.error && (
              <Text
                size="small"
                className="text-ui-fg-error col-span-2 break-words"
              >
                {reconciler.error}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Container>
  )
}

const statusOf = ({ error, last_run_at }: ReconcilerStatus) =>
  error ? "degraded" : last_run_at ? "ok" : "off"

function LastRun({ reconciler }: { reconciler: ReconcilerStatus }) {
  const { t } = useCornerstoreTranslation()
  const { last_run_at, last_duration_ms, found, repaired } = reconciler
  if (!last_run_at) {
    return <>{t("system.reconcilers.never")}</>
  }
  return (
    <>
      <RelativeInstant instant={last_run_at} />
      {` · ${t("system.reconcilers.result", { found, repaired })}`}
      {last_duration_ms !== null &&
        ` · ${t("system.milliseconds", { value: last_duration_ms })}`}
    </>
  )
}
