import { Button, Drawer, Text } from "@medusajs/ui"

import { useLocale } from "../../hooks/use-locale"
import { useGuardedDrawer } from "../../hooks/use-guarded-drawer"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { AdjustForm } from "./adjust-form"

type AdjustDrawerProps = {
  customerId: string
  available: number
  /** Available and pending: what can be taken. */
  total: number
}

/** Gives a customer points or takes some, with a reason. */
export function AdjustDrawer({
  customerId,
  available,
  total,
}: AdjustDrawerProps) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { open, onOpenChange, setDirty, close } = useGuardedDrawer()

  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("loyalty.adjust.action")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("loyalty.adjust.title")}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {t("loyalty.adjust.description", {
                points: new Intl.NumberFormat(locale).format(available),
              })}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        <AdjustForm
          customerId={customerId}
          total={total}
          onDirty={setDirty}
          onDone={close}
        />
      </Drawer.Content>
    </Drawer>
  )
}
