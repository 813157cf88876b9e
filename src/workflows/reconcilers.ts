import { Reconciler } from "../lib/reconciler"
import { joinOrderVisitors } from "./activity/reconcilers/join-order-visitors"
import { joinVisitors } from "./activity/reconcilers/join-visitors"
import { expireHolds } from "./delivery/reconcilers/expire-holds"
import { finishBookings } from "./delivery/reconcilers/finish-bookings"
import { finishGroupings } from "./delivery/reconcilers/finish-groupings"
import { followOrders } from "./delivery/reconcilers/follow-orders"
import { recountProducts } from "./delivery/reconcilers/recount-products"
import { recountSlotCounters } from "./delivery/reconcilers/recount"
import { settleCash } from "./delivery/reconcilers/settle-cash"
import { tellMoves } from "./delivery/reconcilers/tell-moves"
import { checkBalances } from "./loyalty/reconcilers/check-balances"
import { earnMissed } from "./loyalty/reconcilers/earn-missed"
import { expireLots } from "./loyalty/reconcilers/expire-lots"
import { reverseMissed } from "./loyalty/reconcilers/reverse-missed"
import { followCanceledPosOrders } from "./pos/reconcilers/follow-orders"
import { registerPosOrders } from "./pos/reconcilers/register-orders"
import { releaseStuckOutbox } from "./runtime/reconcilers/release-stuck-outbox"

/** Everything the `reconcile` job runs. Add each context's reconcilers here. */
export const reconcilers: Reconciler[] = [
  releaseStuckOutbox,
  expireHolds,
  finishBookings,
  finishGroupings,
  followOrders,
  recountSlotCounters,
  settleCash,
  tellMoves,
  recountProducts,
  earnMissed,
  reverseMissed,
  expireLots,
  checkBalances,
  joinVisitors,
  joinOrderVisitors,
  registerPosOrders,
  followCanceledPosOrders,
]
