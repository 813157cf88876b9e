import { LayoutComposer } from "@medusajs/dashboard/components"

import { PageError, PageSkeleton } from "../../../../components/page-state"
import { useCashPolicy } from "../../../../hooks/api/cash-policy"
import { CashSection } from "./cash-section"
import { DistrictLimits } from "./district-limits"

/** How much may be paid in cash at the door. */
export function CashDetail() {
  const { policy, isPending, error, refetch } = useCashPolicy()

  if (isPending) {
    return <PageSkeleton />
  }
  if (!policy) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_cash.details"
      preferredLayoutId="core:single-column"
      data={policy}
      sections={{
        main: (
          <LayoutComposer.Entry id="CornerstoreCash">
            <div className="flex flex-col gap-3">
              <CashSection policy={policy} />
              <DistrictLimits />
            </div>
          </LayoutComposer.Entry>
        ),
      }}
    />
  )
}
