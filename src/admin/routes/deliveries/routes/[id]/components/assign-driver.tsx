import { Select } from "@medusajs/ui"

import type { AdminRouteDetail } from "../../../../../../sdk/types"
import { useActiveDrivers } from "../../../../../hooks/api/drivers"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { useRouteActions } from "./use-route-actions"

/** Gives a route that is not started to another driver. */
export function AssignDriver({ route }: { route: AdminRouteDetail }) {
  const { t } = useCornerstoreTranslation()
  const { drivers = [] } = useActiveDrivers()
  const { change, isPending } = useRouteActions(route)
  const choices = drivers.some(({ id }) => id === route.driver.id)
    ? drivers
    : [route.driver, ...drivers]

  if (choices.length < 2) {
    return route.driver.name
  }
  return (
    <Select
      size="small"
      value={route.driver.id}
      disabled={isPending}
      onValueChange={(driver_id) =>
        void change({ kind: "assign", driver_id }, t("routes.assigned"))
      }
    >
      <Select.Trigger
        className="max-w-56"
        aria-label={t("routes.fields.driver")}
      >
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {choices.map(({ id, name }) => (
          <Select.Item key={id} value={id}>
            {name}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
