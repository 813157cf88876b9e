import { LayoutComposer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"

import { PageError, PageSkeleton } from "../../../../../components/page-state"
import { useDistrict } from "../../../../../hooks/api/districts"
import { DistrictSection } from "./district-section"
import { RatesSection } from "./rates-section"
import { WindowsSection } from "./windows-section"

/** One district: what it covers and when it is delivered to. */
export function DistrictDetail() {
  const { id = "" } = useParams()
  const { district, isPending, error, refetch } = useDistrict(id)

  if (isPending) {
    return <PageSkeleton />
  }
  if (!district) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_district.details"
      preferredLayoutId="core:single-column"
      data={district}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="CornerstoreDistrict">
              <DistrictSection district={district} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreWindows">
              <WindowsSection districtId={district.id} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreRates">
              <RatesSection district={district} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}
