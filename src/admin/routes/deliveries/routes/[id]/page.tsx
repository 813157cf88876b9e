import type { UIMatch } from "react-router-dom"

import { RouteBreadcrumb } from "./components/route-breadcrumb"
import { RouteDetail } from "./components/route-detail"

const RoutePage = () => <RouteDetail />

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <RouteBreadcrumb id={params.id} />,
}

export default RoutePage
