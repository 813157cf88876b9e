import { Text } from "@medusajs/ui"
import { useEffect } from "react"
import { Link } from "react-router-dom"

import type { MapPoint } from "../../../../../sdk/types"
import { useExplainPoint } from "../../../../hooks/api/map-settings"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"

/** Which district a checkout would find at a point, why, and who gives way. */
export function PointAnswer({ point }: { point: MapPoint }) {
  const { t } = useCornerstoreTranslation()
  const { mutate, data, error, isPending } = useExplainPoint()
  const { lat, lng } = point

  useEffect(() => mutate({ lat, lng }), [lat, lng, mutate])

  const place = `${lat.toFixed(5)}, ${lng.toFixed(5)}`
  if (error) {
    return <Text size="small">{messageOf(error, t("errors.unknown"))}</Text>
  }
  if (!data || isPending) {
    return (
      <Text size="small" className="text-ui-fg-muted">
        {place} …
      </Text>
    )
  }
  if (!data.district) {
    return (
      <Text size="small">
        {t("map.point.none")} <span className="text-ui-fg-muted">{place}</span>
      </Text>
    )
  }
  return (
    <div className="flex flex-col gap-1">
      <Text size="small">
        <Link
          to={`/settings/districts/${data.district.id}`}
          className="text-ui-fg-interactive font-medium"
        >
          {data.district.name}
        </Link>
        {" · "}
        {t("districts.priorityIs", { priority: data.district.priority })}{" "}
        <span className="text-ui-fg-muted">{place}</span>
      </Text>
      {data.also.length > 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("map.point.also", {
            names: data.also
              .map(({ name, priority }) => `${name} (${priority})`)
              .join(", "),
          })}
        </Text>
      )}
    </div>
  )
}
