import type { TFunction } from "i18next"

import type { AuditEntry } from "../../../../../sdk/types"

/** What our own code records; other plugins' actions are shown as they are. */
export const AUDIT_ACTIONS = [
  "activity_settings.updated",
  "delivery.delivered",
  "delivery.slot_changed",
  "delivery.slot_chosen",
  "delivery.slot_released",
  "delivery_cash_policy.updated",
  "delivery.position_set",
  "delivery_calendar_feed.created",
  "delivery_calendar_feed.updated",
  "delivery_calendar_feed.revoked",
  "delivery_district.created",
  "delivery_district.updated",
  "delivery_district.deleted",
  "delivery_district.imported",
  "delivery_geocoder.updated",
  "delivery_map.updated",
  "delivery_driver.created",
  "delivery_driver.updated",
  "delivery_driver.deleted",
  "delivery_grouping.proposed",
  "delivery_grouping.accepted",
  "delivery_grouping.dismissed",
  "delivery_route.planned",
  "delivery_route.published",
  "delivery_route.ordered",
  "delivery_route.stop_added",
  "delivery_route.stop_removed",
  "delivery_route.assigned",
  "delivery_route.canceled",
  "delivery_route.link_renewed",
  "delivery_route.link_revoked",
  "delivery_route.started",
  "delivery_rule.updated",
  "delivery_rule.deleted",
  "delivery_stop.arrived",
  "delivery_stop.delivered",
  "delivery_stop.failed",
  "delivery_stop.reopened",
  "delivery_exception.created",
  "delivery_exception.updated",
  "delivery_exception.deleted",
  "delivery_window.created",
  "delivery_window.updated",
  "delivery_window.deleted",
  "loyalty_account.adjusted",
  "loyalty_program.updated",
  "outbox_message.replayed",
  "pos_connection.created",
  "pos_connection.updated",
  "pos_connection.deleted",
  "pos_connection.checked",
  "pos_connection.synced",
  "pos_order.sent_again",
  "reader_key.created",
  "reader_key.revoked",
  "reconciler.run",
] as const

export const AUDIT_RESOURCES = [
  "order",
  "activity_settings",
  "delivery_calendar_feed",
  "delivery_cash_policy",
  "delivery_district",
  "delivery_driver",
  "delivery_setting",
  "delivery_grouping",
  "delivery_route",
  "delivery_exception",
  "delivery_window",
  "loyalty_account",
  "loyalty_program",
  "outbox_message",
  "pos_connection",
  "product",
  "reader_key",
  "reconciler",
] as const

const REVERTED = /\.reverted$/

/** An action in words; one that was rolled back is said to be. */
export function actionText(
  action: string,
  t: TFunction<"cornerstore">
): string {
  const base = action.replace(REVERTED, "")
  const text = t(`audit.actions.${base}`, { defaultValue: base })
  return REVERTED.test(action) ? t("audit.reverted", { action: text }) : text
}

export function resourceText(
  type: string,
  t: TFunction<"cornerstore">
): string {
  return t(`audit.resources.${type}`, { defaultValue: type })
}

/** The person's name, or what kind of actor it was. */
export function actorText(
  { actor_name, actor_type }: AuditEntry,
  t: TFunction<"cornerstore">
): string {
  return (
    actor_name ?? t(`audit.actors.${actor_type}`, { defaultValue: actor_type })
  )
}

const textOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null

/** What the resource is called, when the entry knows: else its id. */
export function resourceName({ details, resource_id }: AuditEntry): string {
  return textOf(details.name) ?? resource_id
}

/** The dashboard page of the resource, or null when it has none. */
export function resourceHref({
  action,
  resource_type,
  resource_id,
  details,
}: AuditEntry): string | null {
  switch (resource_type) {
    case "order":
      return `/orders/${resource_id}`
    case "product":
      return `/products/${resource_id}`
    case "delivery_calendar_feed":
      return "/deliveries/calendar/subscribe"
    case "delivery_district":
      return /\.deleted$/.test(action)
        ? null
        : `/settings/districts/${resource_id}`
    case "delivery_route":
      return `/deliveries/routes/${resource_id}`
    case "delivery_driver":
      return "/deliveries/drivers"
    case "delivery_exception":
      return "/settings/delivery-days"
    case "delivery_window": {
      const district = textOf(details.district_id)
      return district ? `/settings/districts/${district}` : null
    }
    case "activity_settings":
      return "/settings/activity"
    case "delivery_cash_policy":
      return "/settings/cash"
    case "loyalty_account":
      return `/customers/${resource_id}`
    case "loyalty_program":
      return "/settings/loyalty"
    case "pos_connection":
      return /\.deleted$/.test(action) ? null : `/settings/pos/${resource_id}`
    case "reader_key":
      return "/settings/activity-keys"
    case "outbox_message":
    case "reconciler":
      return "/settings/system"
    default:
      return null
  }
}
