import { ActionMenu } from "@medusajs/dashboard/components"
import { PencilSquare, Trash } from "@medusajs/icons"
import { Badge, Text, toast, usePrompt } from "@medusajs/ui"

import type { AdminDeliveryWindow } from "../../../../../../sdk/types"
import { useDeleteWindow } from "../../../../../hooks/api/windows"
import { useLocale } from "../../../../../hooks/use-locale"
import { useShopCurrency } from "../../../../../hooks/use-shop-currency"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import {
  formatTime,
  formatWeekday,
  formatHours,
} from "../../../../../lib/dates"
import { messageOf } from "../../../../../lib/errors"
import { formatMoney } from "../../../../../lib/money"

/** One weekly window: its hours, room, price, and until when it can be chosen. */
export function WindowRow({ window }: { window: AdminDeliveryWindow }) {
  const { t, host } = useCornerstoreTranslation()
  const locale = useLocale()
  const currency = useShopCurrency()
  const prompt = usePrompt()
  const { mutateAsync } = useDeleteWindow()
  const hours = formatHours(window.starts_at, window.ends_at, locale)

  const remove = async () => {
    const confirmed = await prompt({
      title: t("windows.delete.title", {
        day: formatWeekday(window.weekday, locale),
        hours,
      }),
      description: t("windows.delete.description"),
      confirmText: host("actions.delete"),
      cancelText: host("actions.cancel"),
    })
    if (confirmed) {
      // Awaited, because the row is gone before callbacks of `mutate` would run.
      try {
        await mutateAsync(window.id)
        toast.success(t("windows.delete.success"))
      } catch (error) {
        toast.error(messageOf(error, t("errors.unknown")))
      }
    }
  }

  return (
    <div className="flex items-center gap-3 py-2">
      <div className="grid min-w-0 grow gap-x-4 gap-y-1 lg:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1.6fr)_6rem]">
        <span className="flex items-center gap-2">
          <Text size="small" weight="plus" className="whitespace-nowrap">
            {hours}
          </Text>
          {!window.is_active && (
            <Badge size="2xsmall">{t("districts.inactive")}</Badge>
          )}
        </span>
        <Text size="small" className="text-ui-fg-subtle">
          {t("windows.capacity", { count: window.capacity.orders })}
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
      <ActionMenu
        groups={[
          {
            actions: [
              {
                label: host("actions.edit"),
                icon: <PencilSquare />,
                to: `windows/${window.id}`,
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
