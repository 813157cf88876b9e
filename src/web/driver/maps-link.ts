import type { DriverStop } from "../../sdk/types"

type Visit = Pick<
  NonNullable<DriverStop["visit"]>,
  "address" | "point" | "position"
>

/**
 * The address that opens the phone's own map. Coordinates are used only when
 * they are the address's own: an estimate would lead to a wrong door.
 *
 * @param userAgent - `navigator.userAgent`
 */
export function mapsLink(
  { address, point, position }: Visit,
  userAgent: string
): string {
  const exact = point && position === "address" ? point : null
  const target = encodeURIComponent(
    exact ? `${exact.lat},${exact.lng}` : address.join(", ")
  )
  if (/iPhone|iPad|iPod/.test(userAgent)) {
    return `https://maps.apple.com/?daddr=${target}`
  }
  if (/Android/.test(userAgent)) {
    return exact
      ? `geo:${exact.lat},${exact.lng}?q=${target}`
      : `geo:0,0?q=${target}`
  }
  return `https://www.google.com/maps/dir/?api=1&destination=${target}`
}
