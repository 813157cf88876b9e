import { ActionMenu } from "@medusajs/dashboard/components"
import { PencilSquare, SquareTwoStack, Trash } from "@medusajs/icons"
import { Badge, Text, toast, usePrompt } from "@medusajs/ui"

import type { AdminDeliveryWindow } from "../../../../../../sdk/types"
import { useWarnOverbooked } from "../../../../../components/overbooked"
import { SlotLoadBar } from "../../../../../components/slot-load-bar"
import { useCustomerGroups } from "../../../../../hooks/api/customer-groups"
import { useDeleteWindow } from "../../../../../hooks/api/windows"
import { useLocale } from "../../../../../hooks/use-locale"
import { useShopCurrency } from "../../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import {
  formatDay,
  formatHours,
  formatTime,
  formatWeekday,
} from "../../../../../lib/dates"
import { messageOf } from "../../../../../lib/errors"
import { formatMoney } from "../../../../../lib/money"
import type { NextSlot } from "./window-load"
import { capacityText, conditionTexts } from "./window-texts"

type WindowRowProps = {
  window: AdminDeliveryWindow
  /** Its next slot; undefined while it has none or none is known. */
  next: NextSlot | undefined
}

/** One weekly window: its hours, room, price, until when it can be chosen, and what is booked next. */
export function WindowRow({ window, next }: WindowRowProps) {
  const { t, host } = useCornerstoreTranslation()
  const locale = useLocale()
  const currency = useShopCurrency()
  const { groups } = useCustomerGroups()
  const remove = useRemoveWindow(window)
  const conditions = conditionTexts(window, { t, locale, currency, groups })

  return (
    <div className="flex items-start gap-3 py-2">
      <div className="flex min-w-0 grow flex-col gap-1">
        <div className="grid gap-x-4 gap-y-1 lg:min-h-8 lg:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1.4fr)_6rem] lg:items-center">
          <span className="flex items-center gap-2">
            <Text size="small" weight="plus" className="whitespace-nowrap">
              {formatHours(window.starts_at, window.ends_at, locale)}
            </Text>
            {!window.is_active && (
              <Badge size="2xsmall">{t("districts.inactive")}</Badge>
            )}
          </span>
          <Text size="small" className="text-ui-fg-subtle">
            {capacityText(window, { t, locale })}
          </Text>
          <Text size="small" className="text-ui-fg-subtle">
            {t("windows.cutoff", {
              count: window.lead_days,
              time: formatTime(window.cutoff_time, locale),
            })}
          </Text>
          <Text size="small" className="tabular-nums lg:text-right">
            {window.price === 0
              ? t("windows.free")
              : formatMoney(window.price, currency, locale)}
          </Text>
        </div>
        {conditions.length > 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {conditions.join(" · ")}
          </Text>
        )}
        {next && (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Text size="small" className="text-ui-fg-muted lg:w-44">
              {t("windows.next", { day: formatDay(next.date, locale) })}
            </Text>
            <span className="w-full max-w-56">
              <SlotLoadBar
                load={{
                  reserved: next.reserved_orders,
                  capacity: next.capacity_orders,
                }}
              />
            </span>
          </div>
        )}
      </div>
      <ActionMenu
        groups={[
          {
            actions: [
              {
                label: host("actions.edit"),
                icon: <PencilSquare />,
                to: `windows/${window.id}`,
              },
              {
                label: t("windows.copy.action"),
                icon: <SquareTwoStack />,
                to: `create-window?copy=${window.id}`,
              },
            ],
          },
          {
            actions: [
              {
                label: host("actions.delete"),
                icon: <Trash />,
                onClick: () => void remove(),
              },
            ],
          },
        ]}
      />
    </div>
  )
}

/** Deletes a window after asking, and says which booked slots are left without one. */
function useRemoveWindow(window: AdminDeliveryWindow): () => Promise<void> {
  const { t, host } = useCornerstoreTranslation()
  const locale = useLocale()
  const prompt = usePrompt()
  const warn = useWarnOverbooked()
  const { mutateAsync } = useDeleteWindow()

  return async () => {
    const confirmed = await prompt({
      title: t("windows.delete.title", {
        day: formatWeekday(window.weekday, locale),
        hours: formatHours(window.starts_at, window.ends_at, locale),
      }),
      description: t("windows.delete.description"),
      confirmText: host("actions.delete"),
      cancelText: host("actions.cancel"),
    })
    if (!confirmed) {
      return
    }
    // Awaited, because the row is gone before callbacks of `mutate` would run.
    try {
      const { overbooked } = await mutateAsync(window.id)
      toast.success(t("windows.delete.success"))
      warn(overbooked)
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  }
}
