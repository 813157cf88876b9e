import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"

import type {
  GroupingMoveState,
  GroupingStatus,
} from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

type Color = ComponentProps<typeof StatusBadge>["color"]

const COLORS: Record<GroupingStatus, Color> = {
  proposed: "orange",
  accepted: "green",
  dismissed: "grey",
}
const MOVE_COLORS: Record<GroupingMoveState, Color> = {
  proposed: "grey",
  left_out: "grey",
  waiting: "orange",
  moved: "green",
  refused: "red",
}

/** Whether a proposal was decided, in a colour and a word. */
export function GroupingStatusBadge({ status }: { status: GroupingStatus }) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={COLORS[status]} className="text-nowrap">
      {t(`grouping.status.${status}`)}
    </StatusBadge>
  )
}

/** What became of a move, in a colour and a word. */
export function MoveStateBadge({ state }: { state: GroupingMoveState }) {
  const { t } = useCornerstoreTranslation()
  return (
    <StatusBadge color={MOVE_COLORS[state]} className="text-nowrap">
      {t(`grouping.moveState.${state}`)}
    </StatusBadge>
  )
}
