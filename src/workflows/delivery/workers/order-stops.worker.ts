import { defineWorker } from "../../../lib/worker/define-worker"
import type { GeoPoint } from "../../../modules/delivery/domain/distance"
import {
  orderStops,
  StopToOrder,
} from "../../../modules/delivery/domain/order-stops"

/** Puts stops in order outside the thread that serves requests. */
export default defineWorker(
  ({ stops, depot }: { stops: StopToOrder[]; depot: GeoPoint | null }) =>
    orderStops(stops, depot)
)
