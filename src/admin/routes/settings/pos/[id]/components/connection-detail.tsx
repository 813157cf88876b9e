import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container, Skeleton } from "@medusajs/ui"
import { useParams } from "react-router-dom"

import { PageError } from "../../../../../components/page-state"
import { usePosConnection } from "../../../../../hooks/api/pos"
import { CatalogueSection } from "./catalogue-section"
import { ConnectionSection } from "./connection-section"

/** One connection: whether it works, what it belongs to and what it knows. */
export function ConnectionDetail() {
  const { id = "" } = useParams()
  const { connection, isPending, error, refetch } = usePosConnection(id)

  if (isPending) {
    return (
      <Container className="flex flex-col gap-3 p-6">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-40 w-full" />
      </Container>
    )
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
