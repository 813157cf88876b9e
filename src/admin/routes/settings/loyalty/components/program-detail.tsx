import { LayoutComposer } from "@medusajs/dashboard/components"

import { PageError, PageSkeleton } from "../../../../components/page-state"
import { useLoyaltyProgram } from "../../../../hooks/api/loyalty"
import { ProgramSection } from "./program-section"

/** By which rules customers earn points. */
export function ProgramDetail() {
  const { program, isPending, error, refetch } = useLoyaltyProgram()

  if (isPending) {
    return <PageSkeleton />
  }
  if (!program) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_loyalty_program.details"
      preferredLayoutId="core:single-column"
      data={program}
      sections={{
        main: (
          <LayoutComposer.Entry id="CornerstoreLoyaltyProgram">
            <ProgramSection program={program} />
          </LayoutComposer.Entry>
        ),
      }}
    />
  )
}
