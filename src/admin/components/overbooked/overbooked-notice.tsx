import { RouteDrawer } from "@medusajs/dashboard/components"
import { Button, InlineTip, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { OverbookedSlot } from "../../../sdk/types"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { dayLink } from "./texts"
import { useOverbookedTexts } from "./use-overbooked-texts"

type OverbookedNoticeProps = {
  slots: OverbookedSlot[]
  onDone: () => void
}

/**
 * The inside of a drawer after a change was saved by which slots hold more than
 * they may: which ones, and that nobody loses a place.
 */
export function OverbookedNotice({ slots, onDone }: OverbookedNoticeProps) {
  const { t, host } = useCornerstoreTranslation()
  const { title, whenOf, loadOf } = useOverbookedTexts()
  return (
    <>
      <RouteDrawer.Body
        role="alert"
        className="flex flex-1 flex-col gap-y-4 overflow-auto"
      >
        <InlineTip variant="warning" label={title(slots)}>
          {t("overbooked.description")}
        </InlineTip>
        <ul className="divide-y rounded-lg border">
          {slots.map((slot) => (
            <li key={slot.slot_id}>
              <Link
                to={dayLink(slot)}
                className="hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus flex flex-wrap items-baseline justify-between gap-x-4 rounded-lg px-3 py-2 outline-none"
              >
                <Text size="small" weight="plus">
                  {whenOf(slot)}
                </Text>
                <Text size="small" className="text-ui-fg-subtle tabular-nums">
                  {loadOf(slot)}
                </Text>
              </Link>
            </li>
          ))}
        </ul>
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <Button size="small" onClick={onDone}>
          {host("actions.close")}
        </Button>
      </RouteDrawer.Footer>
    </>
  )
}
