import type { TimelineEntry } from "../../../sdk/types"
import { deviceText, placeText } from "../customer-logins/texts"

/**
 * Texts of the events that Segment's specification names: its e-commerce
 * events (version 2), those of accounts, and the calls without a name.
 */
const TITLES: Record<string, string> = {
  page: "timeline.did.page",
  screen: "timeline.did.screen",
  identify: "timeline.did.identify",
  group: "timeline.did.group",
  alias: "timeline.did.identify",
  "Products Searched": "timeline.did.searched",
  "Product List Viewed": "timeline.did.listViewed",
  "Product List Filtered": "timeline.did.listFiltered",
  "Promotion Viewed": "timeline.did.promotionViewed",
  "Promotion Clicked": "timeline.did.promotionClicked",
  "Product Clicked": "timeline.did.productClicked",
  "Product Viewed": "timeline.did.productViewed",
  "Product Added": "timeline.did.productAdded",
  "Product Removed": "timeline.did.productRemoved",
  "Cart Viewed": "timeline.did.cartViewed",
  "Checkout Started": "timeline.did.checkoutStarted",
  "Checkout Step Viewed": "timeline.did.checkoutStep",
  "Checkout Step Completed": "timeline.did.checkoutStep",
  "Payment Info Entered": "timeline.did.paymentEntered",
  "Order Completed": "timeline.did.orderCompleted",
  "Order Cancelled": "timeline.did.orderCancelled",
  "Coupon Entered": "timeline.did.couponEntered",
  "Coupon Applied": "timeline.did.couponApplied",
  "Coupon Denied": "timeline.did.couponDenied",
  "Coupon Removed": "timeline.did.couponRemoved",
  "Product Added to Wishlist": "timeline.did.wishlistAdded",
  "Product Removed from Wishlist": "timeline.did.wishlistRemoved",
  "Wishlist Product Added to Cart": "timeline.did.productAdded",
  "Product Shared": "timeline.did.shared",
  "Cart Shared": "timeline.did.cartShared",
  "Product Reviewed": "timeline.did.reviewed",
  "Signed Up": "timeline.did.signedUp",
  "Signed In": "timeline.did.signedIn",
  "Signed Out": "timeline.did.signedOut",
  "login.success": "timeline.did.loggedIn",
  "login.refused": "timeline.did.loginRefused",
  "order.placed": "timeline.did.orderPlaced",
  "order.delivered": "timeline.did.orderDelivered",
  "order.canceled": "timeline.did.orderCanceled",
  "points.earn": "timeline.did.pointsEarned",
  "points.redeem": "timeline.did.pointsRedeemed",
  "points.reverse": "timeline.did.pointsReversed",
  "points.return": "timeline.did.pointsReturned",
  "points.expire": "timeline.did.pointsExpired",
  "points.adjust": "timeline.did.pointsAdjusted",
}

/**
 * The text of what happened; null for a shop's own events, whose names are the
 * best words there are.
 */
export function titleKey({ name, data }: TimelineEntry): string | null {
  if (data.type === "page" || data.type === "screen") {
    return TITLES[data.type] ?? null
  }
  return Object.hasOwn(TITLES, name) ? (TITLES[name] ?? null) : null
}

/**
 * What it was about, in the client's words: the product, the search, the page.
 * Clients send what they like, so nothing is taken for granted.
 */
export function subjectOf({ name, data }: TimelineEntry): string | null {
  const properties = recordOf(data.properties)
  const page = recordOf(data.page)
  if (data.type === "page" || data.type === "screen") {
    return firstText(
      properties.title,
      page.title,
      name === data.type ? null : name,
      properties.path,
      page.path
    )
  }
  return firstText(
    properties.query,
    properties.name,
    properties.title,
    properties.coupon_name,
    properties.coupon_id,
    properties.category,
    properties.product_id
  )
}

/** The device and the place of a log-in, as far as they are known. */
export function loginOf(
  { data }: TimelineEntry,
  locale: string
): string | null {
  const device = recordOf(data.device)
  const place = recordOf(data.place)
  return (
    [
      deviceText({
        browser: firstText(device.browser),
        browser_version: firstText(device.browser_version),
        system: firstText(device.system),
      }),
      placeText(
        {
          country: firstText(place.country),
          region: firstText(place.region),
          city: firstText(place.city),
        },
        locale
      ),
    ]
      .filter(Boolean)
      .join(" · ") || null
  )
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {}

function firstText(...values: unknown[]): string | null {
  const text = values.find(
    (value) => typeof value === "string" && value.trim() !== ""
  )
  return typeof text === "string" ? text : null
}
