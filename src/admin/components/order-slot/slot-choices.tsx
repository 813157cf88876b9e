import { Badge, clx, Label, RadioGroup, Text } from "@medusajs/ui"

import type { AdminOrderSlot } from "../../../sdk/types"
import { useLocale } from "../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { formatDay, formatSlotHours } from "../../lib/dates"
import { formatMoney } from "../../lib/money"

type SlotChoicesProps = {
  slots: AdminOrderSlot[]
  bookedId: string | null
  zone: string
  chosenId: string | undefined
  onChoose: (id: string) => void
}

/** The slots of an order's district by day, with what is left and what they cost. */
export function SlotChoices({
  slots,
  bookedId,
  zone,
  chosenId,
  onChoose,
}: SlotChoicesProps) {
  const locale = useLocale()
  const days = [...new Set(slots.map(({ date }) => date))]

  return (
    <RadioGroup
      value={chosenId ?? ""}
      onValueChange={onChoose}
      className="gap-y-5"
    >
      {days.map((day) => (
        <section key={day} aria-label={formatDay(day, locale)}>
          <Text size="small" weight="plus" className="pb-2">
            {formatDay(day, locale)}
          </Text>
          <ul className="divide-ui-border-base shadow-elevation-card-rest divide-y rounded-lg">
            {slots
              .filter(({ date }) => date === day)
              .map((slot) => (
                <li key={slot.id}>
                  <SlotChoice
                    slot={slot}
                    isBooked={slot.id === bookedId}
                    zone={zone}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </RadioGroup>
  )
}

type SlotChoiceProps = { slot: AdminOrderSlot; isBooked: boolean; zone: string }

function SlotChoice({ slot, isBooked, zone }: SlotChoiceProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const isOffered = !isBooked && (slot.state === "open" || slot.can_force)
  const id = `slot-${slot.id}`

  return (
    <Label
      htmlFor={id}
      className={clx("flex min-h-11 items-center gap-3 px-3 py-2", {
        "cursor-pointer": isOffered,
        "text-ui-fg-muted": !isOffered,
      })}
    >
      <RadioGroup.Item id={id} value={slot.id} disabled={!isOffered} />
      <span className="grow">
        <span className="txt-compact-small-plus block">
          {formatSlotHours(slot.starts_at, slot.ends_at, zone, locale)}
        </span>
        <span className="text-ui-fg-subtle txt-compact-small block">
          {formatMoney(slot.price, slot.currency_code, locale)}
          {" · "}
          {t("orderSlot.left", { count: slot.remaining })}
        </span>
      </span>
      <SlotBadge slot={slot} isBooked={isBooked} />
    </Label>
  )
}

function SlotBadge({ slot, isBooked }: Omit<SlotChoiceProps, "zone">) {
  const { t } = useCornerstoreTranslation()
  if (isBooked) {
    return (
      <Badge size="2xsmall" color="blue">
        {t("orderSlot.badges.booked")}
      </Badge>
    )
  }
  if (slot.state === "open") {
    return null
  }
  return (
    <Badge size="2xsmall" color={slot.can_force ? "orange" : "grey"}>
      {t(
        `orderSlot.badges.${slot.reason ?? (slot.state === "full" ? "full" : "closed")}`
      )}
    </Badge>
  )
}
