import { Badge, clx } from "@medusajs/ui"

import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"
import { loadOf, type Load } from "../lib/slot-load"

/** How full a slot is: a bar, the numbers, and a word when no more fits. */
export function SlotLoadBar({ load }: { load: Load }) {
  const { t } = useCornerstoreTranslation()
  const { reserved, capacity } = load
  const { state, share } = loadOf(load)
  return (
    <span className="flex items-center gap-3">
      <span
        aria-hidden
        className="bg-ui-bg-component h-1.5 min-w-8 grow overflow-hidden rounded-full border"
      >
        <span
          className={clx("block h-full", {
            "bg-ui-tag-green-icon": state === "open",
            "bg-ui-tag-orange-icon": state === "full",
            "bg-ui-tag-red-icon": state === "over",
          })}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <span className="text-ui-fg-subtle txt-small whitespace-nowrap tabular-nums">
        {t("home.slots.load", { reserved, capacity })}
      </span>
      {state !== "open" && (
        <Badge size="2xsmall" color={state === "full" ? "orange" : "red"}>
          {t(`home.slots.${state}`)}
        </Badge>
      )}
    </span>
  )
}
