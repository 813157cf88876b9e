import { Container, Heading, Text } from "@medusajs/ui"

import type { AdminRouteDetail } from "../../../../../../sdk/types"
import { useShopZone } from "../../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { StopRow } from "./stop-row"
import { useRouteActions } from "./use-route-actions"

/** The stops of a route as they are driven. */
export function StopsSection({ route }: { route: AdminRouteDetail }) {
  const { t } = useCornerstoreTranslation()
  const zone = useShopZone()
  const { change, isPending } = useRouteActions(route)
  const open = route.stops.filter(({ status }) => isOpen(status))
  const isEditable = ["draft", "published", "started"].includes(route.status)

  /** Puts an open stop at another place among the open ones. */
  const moveTo = (stopId: string, place: number) => {
    const others = open.map(({ id }) => id).filter((id) => id !== stopId)
    const stop_ids = [...others.slice(0, place), stopId, ...others.slice(place)]
    void change({ kind: "order", stop_ids }, t("routes.moved"))
  }

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("routes.stops")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("routes.stopsHint")}
        </Text>
      </div>
      {route.stops.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("routes.noStops")}
        </Text>
      )}
      <ol className="divide-y">
        {route.stops.map((stop, index) => (
          <li key={stop.id}>
            <StopRow
              stop={stop}
              number={index + 1}
              zone={zone ?? "UTC"}
              place={open.findIndex(({ id }) => id === stop.id)}
              places={open.length}
              isEditable={isEditable && !isPending && isOpen(stop.status)}
              onMove={(place) => moveTo(stop.id, place)}
              onRemove={() =>
                void change(
                  { kind: "remove-stop", stop_id: stop.id },
                  t("routes.removed")
                )
              }
            />
          </li>
        ))}
      </ol>
    </Container>
  )
}

const isOpen = (status: string): boolean =>
  status === "pending" || status === "arrived"
