import { activitySource } from "./activity-source"
import { loginSource } from "./login-source"
import { orderSource } from "./order-source"
import { pointsSource } from "./points-source"
import type { TimelineSource } from "./source"

/** Everything a customer's timeline is made of. A context adds its source here. */
export const timelineSources: TimelineSource[] = [
  activitySource,
  loginSource,
  orderSource,
  pointsSource,
]
