import { LayoutComposer } from "@medusajs/dashboard/components"

import { PageError, PageSkeleton } from "../../../../components/page-state"
import { useSystemHealth } from "../../../../hooks/api/system"
import { ChecksSection } from "./checks-section"
import { ClockSection } from "./clock-section"
import { OutboxSection } from "./outbox-section"
import { ProcessesSection } from "./processes-section"
import { ReconcilersSection } from "./reconcilers-section"

/** Whether everything the shop stands on works, and what to do when not. */
export function SystemOverview() {
  const { health, isPending, isError, error, refetch, dataUpdatedAt } =
    useSystemHealth()

  if (isPending) {
    return <PageSkeleton />
  }
  if (!health) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_system.details"
      preferredLayoutId="core:single-column"
      hasOutlet={false}
      data={health}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="CornerstoreChecks">
              <ChecksSection
                health={health}
                updatedAt={new Date(dataUpdatedAt)}
                stale={isError}
              />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreClock">
              <ClockSection zone={health.time_zone} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreOutbox">
              <OutboxSection summary={health.outbox} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreReconcilers">
              <ReconcilersSection reconcilers={health.reconcilers} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreProcesses">
              <ProcessesSection processes={health.processes} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}
