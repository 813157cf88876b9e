import { clx } from "@medusajs/ui"

import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import type { CalendarLoad } from "./loads"

const COLORS = {
  open: "bg-ui-tag-green-icon",
  full: "bg-ui-tag-orange-icon",
  over: "bg-ui-tag-red-icon",
} as const

/** A thin bar; what it shows stands beside it in numbers. */
export function LoadBar({ load }: { load: CalendarLoad }) {
  return (
    <span
      aria-hidden
      className="bg-ui-bg-component-hover block h-1 w-full overflow-hidden rounded-full"
    >
      <span
        className={clx("block h-full rounded-full", COLORS[load.state])}
        style={{ width: `${load.share * 100}%` }}
      />
    </span>
  )
}

/** The colour of a load where there is no room for a bar. */
export function LoadDot({ state }: Pick<CalendarLoad, "state">) {
  return (
    <span
      aria-hidden
      className={clx("size-2 shrink-0 rounded-full", COLORS[state])}
    />
  )
}

/** `4/10`, and a sign when no more fits: colour is never alone. */
export function LoadNumbers({ load }: { load: CalendarLoad }) {
  const { t } = useCornerstoreTranslation()
  return (
    <span
      className={clx("shrink-0 tabular-nums", {
        "text-ui-fg-subtle": load.state === "open",
        "text-ui-tag-orange-text font-medium": load.state === "full",
        "text-ui-tag-red-text font-medium": load.state === "over",
      })}
    >
      {load.reserved}/{load.capacity}
      {load.state === "over" && (
        <span title={t("home.slots.over")} aria-hidden>
          {" !"}
        </span>
      )}
    </span>
  )
}

/** A load in words, for who does not see it. */
export function useLoadText(): (load: CalendarLoad) => string {
  const { t } = useCornerstoreTranslation()
  return ({ reserved, capacity, state }) =>
    [
      t("calendar.places", { reserved, count: capacity }),
      ...(state === "open" ? [] : [t(`home.slots.${state}`)]),
    ].join(", ")
}
