import { LayoutComposer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"

import { PageError, PageSkeleton } from "../../../../../components/page-state"
import { usePosConnection } from "../../../../../hooks/api/pos"
import { CatalogueSection } from "./catalogue-section"
import { ConnectionSection } from "./connection-section"

/** One connection: whether it works, what it belongs to and what it knows. */
export function ConnectionDetail() {
  const { id = "" } = useParams()
  const { connection, isPending, error, refetch } = usePosConnection(id)

  if (isPending) {
    return <PageSkeleton />
  }
  if (!connection) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_pos_connection.details"
      preferredLayoutId="core:single-column"
      data={connection}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="CornerstorePosConnection">
              <ConnectionSection connection={connection} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstorePosCatalogue">
              <CatalogueSection connection={connection} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}
