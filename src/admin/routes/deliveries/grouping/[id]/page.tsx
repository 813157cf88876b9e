import type { UIMatch } from "react-router-dom"

import { GroupingBreadcrumb } from "./components/grouping-breadcrumb"
import { GroupingDetail } from "./components/grouping-detail"

const GroupingPage = () => <GroupingDetail />

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <GroupingBreadcrumb id={params.id} />,
}

export default GroupingPage
