import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container, Skeleton } from "@medusajs/ui"
import { useState } from "react"
import { useParams } from "react-router-dom"

import type { AdminGroupingDetail } from "../../../../../../sdk/types"
import { PageError } from "../../../../../components/page-state"
import { useGrouping } from "../../../../../hooks/api/groupings"
import { CallsSection } from "./calls-section"
import { MovesSection } from "./moves-section"
import { SummarySection } from "./summary-section"

/** A proposal: what it saves, its moves, and what became of them. */
export function GroupingDetail() {
  const { id = "" } = useParams()
  const { grouping, isPending, error, refetch } = useGrouping(id)

  if (isPending) {
    return (
      <Container className="flex flex-col gap-3 p-6">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-60 w-full" />
      </Container>
    )
  }
  return grouping ? (
    <Sections key={grouping.id} grouping={grouping} />
  ) : (
    <PageError error={error} onRetry={() => void refetch()} />
  )
}

function Sections({ grouping }: { grouping: AdminGroupingDetail }) {
  const [unchecked, setUnchecked] = useState<ReadonlySet<string>>(new Set())
  const toggle = (bookingId: string, checked: boolean) =>
    setUnchecked((before) => {
      const next = new Set(before)
      if (checked) {
        next.delete(bookingId)
      } else {
        next.add(bookingId)
      }
      return next
    })
  const chosen = grouping.moves.filter(
    ({ booking_id }) => !unchecked.has(booking_id)
  )
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_grouping.details"
      preferredLayoutId="core:single-column"
      data={grouping}
      hasOutlet={false}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="CornerstoreGrouping">
              <SummarySection grouping={grouping} chosen={chosen} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreGroupingCalls">
              <CallsSection grouping={grouping} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreGroupingMoves">
              <MovesSection
                grouping={grouping}
                isChosen={(id) => !unchecked.has(id)}
                onToggle={toggle}
              />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}
