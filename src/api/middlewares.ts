import { defineMiddlewares } from "@medusajs/framework/http"

import { adminAuditEntriesMiddlewares } from "./admin/audit-entries/middlewares"
import { adminDeliveryMiddlewares } from "./admin/delivery/middlewares"
import { adminLoyaltyMiddlewares } from "./admin/loyalty/middlewares"
import { adminOrderPosMiddlewares } from "./admin/orders/[id]/pos/middlewares"
import { adminOrderDeliveryMiddlewares } from "./admin/orders/middlewares"
import { adminPosMiddlewares } from "./admin/pos/middlewares"
import { adminSystemMiddlewares } from "./admin/system/middlewares"
import { healthMiddlewares } from "./health/middlewares"
import { storeCartDeliveryMiddlewares } from "./store/carts/middlewares"
import { storeLoyaltyMiddlewares } from "./store/customers/me/loyalty/middlewares"
import { storeDeliveryMiddlewares } from "./store/delivery/middlewares"

/** Medusa reads this file only; each resource keeps its own list beside its routes. */
export default defineMiddlewares({
  routes: [
    ...adminAuditEntriesMiddlewares,
    ...adminDeliveryMiddlewares,
    ...adminLoyaltyMiddlewares,
    ...adminOrderDeliveryMiddlewares,
    ...adminOrderPosMiddlewares,
    ...adminPosMiddlewares,
    ...adminSystemMiddlewares,
    ...healthMiddlewares,
    ...storeCartDeliveryMiddlewares,
    ...storeDeliveryMiddlewares,
    ...storeLoyaltyMiddlewares,
  ],
})
