import { Button, Drawer, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"

import { useLocale } from "../../hooks/use-locale"
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
  const { t, host } = useCornerstoreTranslation()
  const locale = useLocale()
  const prompt = usePrompt()
  const [open, setOpen] = useState(false)
  const [dirty, setDirty] = useState(false)

  const change = async (next: boolean) => {
    const stays =
      !next &&
      dirty &&
      !(await prompt({
        variant: "confirmation",
        title: host("general.unsavedChangesTitle"),
        description: host("general.unsavedChangesDescription"),
        confirmText: host("actions.continue"),
        cancelText: host("actions.cancel"),
      }))
    if (!stays) {
      setDirty(false)
      setOpen(next)
    }
  }

  return (
    <Drawer open={open} onOpenChange={(next) => void change(next)}>
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
          onDone={() => {
            setDirty(false)
            setOpen(false)
          }}
        />
      </Drawer.Content>
    </Drawer>
  )
}
