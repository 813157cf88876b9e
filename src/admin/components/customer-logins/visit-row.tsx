import { Text } from "@medusajs/ui"

import type { CustomerVisit } from "../../../sdk/types"
import { useLocale } from "../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { RelativeInstant } from "../instant"
import { durationText } from "./texts"

const DEVICES = ["desktop", "mobile", "tablet"]

/** One visit: how long, what was seen, where it began and ended. */
export function VisitRow({ visit }: { visit: CustomerVisit }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { pages, seconds, entry_path, exit_path, source, device } = visit
  const extent = [
    t("logins.pages", { count: pages }),
    ...(seconds > 0 ? [durationText(seconds, locale)] : []),
  ]
  const way = [entry_path, exit_path === entry_path ? null : exit_path].filter(
    (path) => path !== null
  )
  const origin = [
    ...(source === "(direct)" ? [] : [source]),
    ...(DEVICES.includes(device) ? [t(`logins.devices.${device}`)] : []),
  ]
  return (
    <div className="px-6 py-3">
      <Text size="small" weight="plus">
        {extent.join(" · ")}
      </Text>
      {way.length > 0 && (
        <Text size="small" className="break-words">
          {way.join(" → ")}
        </Text>
      )}
      <Text size="small" className="text-ui-fg-subtle break-words">
        <RelativeInstant instant={visit.started_at} />
        {origin.map((part) => ` · ${part}`)}
      </Text>
    </div>
  )
}
