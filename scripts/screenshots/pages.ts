import type { ShopFacts } from "./shop-facts"

/** A page to be pictured. */
export type PictureOf = {
  /** File name without width and ending. */
  name: string
  /** Path below the dashboard, or a whole URL. */
  at: string
  /** A text that is there only when the page has its data. */
  shows: RegExp
  /** The picture is of that text, which is far down the page. */
  scroll?: boolean
}

/** The pages that get a picture, in the order of the documentation. */
export const picturesOf = (facts: ShopFacts): PictureOf[] => [
  { name: "home", at: "/cornerstore", shows: /\d+ of \d+/ },
  { name: "deliveries", at: "/deliveries", shows: /#\d+/ },
  { name: "calendar", at: "/deliveries/calendar", shows: /\d+\/\d+/ },
  {
    name: "calendar-week",
    at: "/deliveries/calendar?view=week",
    shows: /\d+\/\d+/,
  },
  { name: "calendar-day", at: "/deliveries/calendar?view=day", shows: /#\d+/ },
  {
    name: "calendar-subscribe",
    at: "/deliveries/calendar/subscribe",
    shows: /How to add it/,
  },
  {
    name: "order",
    at: `/orders/${facts.orderId}`,
    shows: /Customer's tracking page/,
    scroll: true,
  },
  { name: "districts", at: "/settings/districts", shows: /\d+ results/ },
  {
    name: "district-map",
    at: `/settings/districts/${facts.districtId}/map`,
    shows: /Draw area/,
  },
  {
    name: "district",
    at: `/settings/districts/${facts.districtId}`,
    shows: /Sunday/,
  },
  ...(facts.preOrderProductId
    ? [
        { name: "pre-orders", at: "/deliveries/pre-orders", shows: /pieces?$/ },
        {
          name: "product-delivery",
          at: `/products/${facts.preOrderProductId}`,
          shows: /^Delivery days$/,
          scroll: true,
        },
      ]
    : []),
  { name: "cash", at: "/settings/cash", shows: /New customers/ },
  {
    name: "delivery-days",
    at: "/settings/delivery-days",
    shows: /Is every week the same\?|\d+ results/,
  },
  { name: "audit-log", at: "/settings/audit", shows: /\d+ results/ },
  {
    name: "system",
    at: "/settings/system",
    shows: /Every message has been sent|Send again/,
  },
  { name: "tracker", at: facts.trackingUrl, shows: /Live/ },
  {
    name: "customer",
    at: `/customers/${facts.customerId}`,
    shows: /^Timeline$/,
    scroll: true,
  },
  {
    name: "route",
    at: `/deliveries/routes/${facts.routeId}`,
    shows: /^Stops$/,
  },
  {
    name: "grouping",
    at: "/deliveries/grouping",
    shows: /All districts/,
  },
  { name: "driver", at: facts.driverUrl, shows: /Start route/ },
  ...(facts.connectionId
    ? [
        {
          name: "pos-connection",
          at: `/settings/pos/${facts.connectionId}`,
          shows: /Dispensary counter/,
        },
      ]
    : []),
  { name: "loyalty", at: "/settings/loyalty", shows: /points/i },
  { name: "activity", at: "/activity", shows: /Bounced/ },
  {
    name: "activity-events",
    at: "/activity/events",
    shows: /Viewed a product/,
  },
  {
    name: "activity-settings",
    at: "/settings/activity",
    shows: /Global Privacy Control/,
  },
  ...(facts.storefrontUrl
    ? [
        {
          name: "storefront",
          at: facts.storefrontUrl,
          shows: /Bakery/,
        },
        {
          name: "storefront-product",
          at: `${facts.storefrontUrl}/products/carrot-cake`,
          shows: /Add to cart/,
        },
      ]
    : []),
]
