import { LayoutComposer } from "@medusajs/dashboard/components"
import { Container, Skeleton } from "@medusajs/ui"

import { PageError } from "../../../../components/page-state"
import { useActivitySettings } from "../../../../hooks/api/activity-settings"
import { ConsentSection } from "./consent-section"
import { FiguresSection } from "./figures-section"
import { RetentionSection } from "./retention-section"

/** What the shop remembers of its visitors, by which rules, and how long. */
export function SettingsDetail() {
  const { settings, location, isPending, error, refetch } =
    useActivitySettings()

  if (isPending) {
    return (
      <Container className="flex flex-col gap-3 p-6">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-64 w-full" />
      </Container>
    )
  }
  if (!settings || location === undefined) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <LayoutComposer
      widgetsZonePrefix="cornerstore_activity_settings.details"
      preferredLayoutId="core:single-column"
      data={settings}
      sections={{
        main: (
          <>
            <LayoutComposer.Entry id="CornerstoreActivityConsent">
              <ConsentSection settings={settings} location={location} />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreActivityFigures">
              <FiguresSection />
            </LayoutComposer.Entry>
            <LayoutComposer.Entry id="CornerstoreActivityRetention">
              <RetentionSection retention={settings.retention} />
            </LayoutComposer.Entry>
          </>
        ),
      }}
    />
  )
}
