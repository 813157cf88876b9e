import { defineWorker } from "../../../lib/worker/define-worker"
import type { GeoPoint } from "../../../modules/delivery/domain/distance"
import type { StopToOrder } from "../../../modules/delivery/domain/order-stops"
import { dayTour } from "../../../modules/delivery/domain/tour"

/** Makes the tours of several days outside the thread that serves requests. */
export default defineWorker(
  ({ days, depot }: { days: StopToOrder[][]; depot: GeoPoint }) =>
    days.map((stops) => dayTour(stops, depot))
)
