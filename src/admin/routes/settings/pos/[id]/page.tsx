import type { UIMatch } from "react-router-dom"

import { ConnectionBreadcrumb } from "./components/connection-breadcrumb"
import { ConnectionDetail } from "./components/connection-detail"

const PosConnectionPage = () => <ConnectionDetail />

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <ConnectionBreadcrumb id={params.id} />,
}

export default PosConnectionPage
