import { defineMiddlewares } from "@medusajs/framework/http"

import { activityReaderMiddlewares } from "./activity/v1/middlewares"
import { adminActivityMiddlewares } from "./admin/activity/middlewares"
import { adminActivityOverviewMiddlewares } from "./admin/activity/overview/middlewares"
import { adminActivitySettingsMiddlewares } from "./admin/activity/settings/middlewares"
import { adminReaderKeyMiddlewares } from "./admin/activity/reader-keys/middlewares"
import { adminAuditEntriesMiddlewares } from "./admin/audit-entries/middlewares"
import { adminCustomerLoginsMiddlewares } from "./admin/customers/[id]/logins/middlewares"
import { adminCustomerTimelineMiddlewares } from "./admin/customers/[id]/timeline/middlewares"
import { adminCustomerVisitsMiddlewares } from "./admin/customers/[id]/visits/middlewares"
import { adminDeliveryCalendarMiddlewares } from "./admin/delivery/calendar/middlewares"
import { adminCalendarFeedMiddlewares } from "./admin/delivery/calendar-feeds/middlewares"
import { adminCashPolicyMiddlewares } from "./admin/delivery/cash-policy/middlewares"
import { adminGroupingMiddlewares } from "./admin/delivery/groupings/middlewares"
import { adminDeliveryMapMiddlewares } from "./admin/delivery/map-middlewares"
import { adminDeliveryMiddlewares } from "./admin/delivery/middlewares"
import { adminSuggestionMiddlewares } from "./admin/delivery/suggestions/middlewares"
import { adminLoyaltyMiddlewares } from "./admin/loyalty/middlewares"
import { adminOrderPositionMiddlewares } from "./admin/orders/[id]/delivery-position/middlewares"
import { adminOrderPosMiddlewares } from "./admin/orders/[id]/pos/middlewares"
import { adminOrderDeliveryMiddlewares } from "./admin/orders/middlewares"
import { adminPosMiddlewares } from "./admin/pos/middlewares"
import { adminProductDaysMiddlewares } from "./admin/delivery/product-days/middlewares"
import { adminProductDeliveryMiddlewares } from "./admin/products/middlewares"
import { adminSystemMiddlewares } from "./admin/system/middlewares"
import { authMiddlewares } from "./auth/middlewares"
import { collectMiddlewares } from "./collect/middlewares"
import { driverMiddlewares } from "./driver/middlewares"
import { healthMiddlewares } from "./health/middlewares"
import { storeCartPaymentProvidersMiddlewares } from "./store/carts/[id]/payment-providers/middlewares"
import { storeCartVisitorMiddlewares } from "./store/carts/[id]/visitor/middlewares"
import { storeCartDeliveryMiddlewares } from "./store/carts/middlewares"
import { storeConsentsMiddlewares } from "./store/customers/me/consents/middlewares"
import { storeLoyaltyMiddlewares } from "./store/customers/me/loyalty/middlewares"
import { storeVisitorMiddlewares } from "./store/customers/me/visitor/middlewares"
import { storeDeliveryMiddlewares } from "./store/delivery/middlewares"
import { storeOrderSlotMiddlewares } from "./store/orders/middlewares"
import { storeProductDeliveryMiddlewares } from "./store/products/middlewares"

/** Medusa reads this file only; each resource keeps its own list beside its routes. */
export default defineMiddlewares({
  routes: [
    ...activityReaderMiddlewares,
    ...adminActivityMiddlewares,
    ...adminActivityOverviewMiddlewares,
    ...adminActivitySettingsMiddlewares,
    ...adminAuditEntriesMiddlewares,
    ...adminCalendarFeedMiddlewares,
    ...adminCustomerLoginsMiddlewares,
    ...adminCustomerTimelineMiddlewares,
    ...adminCustomerVisitsMiddlewares,
    ...adminDeliveryCalendarMiddlewares,
    ...adminCashPolicyMiddlewares,
    ...adminDeliveryMapMiddlewares,
    ...adminDeliveryMiddlewares,
    ...adminGroupingMiddlewares,
    ...adminSuggestionMiddlewares,
    ...adminLoyaltyMiddlewares,
    ...adminOrderDeliveryMiddlewares,
    ...adminOrderPositionMiddlewares,
    ...adminOrderPosMiddlewares,
    ...adminPosMiddlewares,
    ...adminProductDaysMiddlewares,
    ...adminProductDeliveryMiddlewares,
    ...adminReaderKeyMiddlewares,
    ...adminSystemMiddlewares,
    ...authMiddlewares,
    ...collectMiddlewares,
    ...driverMiddlewares,
    ...healthMiddlewares,
    ...storeCartDeliveryMiddlewares,
    ...storeCartPaymentProvidersMiddlewares,
    ...storeCartVisitorMiddlewares,
    ...storeConsentsMiddlewares,
    ...storeDeliveryMiddlewares,
    ...storeLoyaltyMiddlewares,
    ...storeOrderSlotMiddlewares,
    ...storeProductDeliveryMiddlewares,
    ...storeVisitorMiddlewares,
  ],
})
