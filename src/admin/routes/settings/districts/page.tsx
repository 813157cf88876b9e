import { defineRouteConfig } from "@medusajs/admin-sdk"
import { LayoutComposer } from "@medusajs/dashboard/components"

import { Breadcrumb } from "../../../components/breadcrumb"
import { DistrictsMap } from "./components/districts-map"
import { DistrictsTable } from "./components/districts-table"
import { MapSection } from "./components/map-section"

const DistrictsPage = () => (
  <LayoutComposer
    widgetsZonePrefix="cornerstore_district.list"
    preferredLayoutId="core:single-column"
    sections={{
      main: (
        <>
          <LayoutComposer.Entry id="CornerstoreDistrictsTable">
            <DistrictsTable />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="CornerstoreDistrictsMap">
            <DistrictsMap />
          </LayoutComposer.Entry>
          <LayoutComposer.Entry id="CornerstoreDistrictsMapSettings">
            <MapSection />
          </LayoutComposer.Entry>
        </>
      ),
    }}
  />
)

export const config = defineRouteConfig({
  label: "menu.districts",
  translationNs: "cornerstore",
  rank: 11,
})

export const handle = {
  breadcrumb: () => <Breadcrumb label="menu.districts" />,
}

export default DistrictsPage
