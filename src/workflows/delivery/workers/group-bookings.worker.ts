import { defineWorker } from "../../../lib/worker/define-worker"
import {
  groupBookings,
  GroupingInput,
  GroupingLimits,
} from "../../../modules/delivery/domain/grouping"

/** Searches for moves that shorten a week outside the thread that serves requests. */
export default defineWorker(
  ({ input, limits }: { input: GroupingInput; limits: GroupingLimits }) =>
    groupBookings(input, limits, () => performance.now())
)
