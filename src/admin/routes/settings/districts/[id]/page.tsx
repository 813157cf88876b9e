import type { UIMatch } from "react-router-dom"

import { DistrictBreadcrumb } from "./components/district-breadcrumb"
import { DistrictDetail } from "./components/district-detail"

const DistrictPage = () => <DistrictDetail />

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <DistrictBreadcrumb id={params.id} />,
}

export default DistrictPage
