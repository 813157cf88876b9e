import { definePolicies, PolicyOperation } from "@medusajs/framework/utils"

/** Resources of the delivery context that a role can be given. */
export const DELIVERY_RESOURCES = {
  district: "delivery_district",
  window: "delivery_window",
  exception: "delivery_exception",
  booking: "delivery_booking",
  driver: "delivery_driver",
  route: "delivery_route",
  productRule: "delivery_product_rule",
  cashPolicy: "delivery_cash_policy",
  calendarFeed: "delivery_calendar_feed",
  grouping: "delivery_grouping",
} as const

const OPERATIONS = [
  PolicyOperation.read,
  PolicyOperation.create,
  PolicyOperation.update,
  PolicyOperation.delete,
]

export const deliveryPolicies = definePolicies(
  Object.entries(DELIVERY_RESOURCES).flatMap(([name, resource]) =>
    OPERATIONS.map((operation) => ({
      name: `${capital(operation)}Delivery${capital(name)}`,
      resource,
      operation,
      description: `${capital(operation)} delivery ${plural(words(name))}`,
    }))
  )
)

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1)
}

/** `calendarFeed` as people say it. */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function plural(name: string): string {
  return `${name}s`.replace(/ys$/, "ies")
}
