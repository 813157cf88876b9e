import { Button, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { SlotLoadBar } from "../../../components/slot-load-bar"
import { SlotTime } from "../../../components/slot-time"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { slotLink, type SlotLoad } from "./slot-load"

type NextSlotsProps = { slots: SlotLoad[]; zone: string }

const SHOWN = 8

/** The slots that come next and how full they are. */
export function NextSlots({ slots, zone }: NextSlotsProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("home.slots.title")}</Heading>
        <Button size="small" variant="secondary" asChild>
          <Link to="/deliveries">{t("home.slots.all")}</Link>
        </Button>
      </div>
      {slots.length === 0 ? (
        <Text
          size="small"
          className="text-ui-fg-subtle px-6 py-8 text-center text-pretty"
        >
          {t("home.slots.empty")}
        </Text>
      ) : (
        <ul className="divide-y">
          {slots.slice(0, SHOWN).map((slot) => (
            <li key={slot.id}>
              <SlotRow slot={slot} zone={zone} />
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}

type SlotRowProps = { slot: SlotLoad; zone: string }

function SlotRow({ slot, zone }: SlotRowProps) {
  return (
    <Link
      to={slotLink(slot)}
      className="hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-3 outline-none"
    >
      <span className="min-w-0 grow basis-48">
        <Text size="small" weight="plus" className="truncate">
          {slot.district.name}
        </Text>
        <Text size="small" as="div">
          <SlotTime slot={slot} zone={zone} />
        </Text>
      </span>
      <span className="w-full sm:w-56">
        <SlotLoadBar load={slot} />
      </span>
    </Link>
  )
}
