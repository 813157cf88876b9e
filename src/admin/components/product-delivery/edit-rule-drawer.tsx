import { Button, Drawer, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"

import type { DeliveryRule } from "../../../sdk/types"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { RuleForm } from "./rule-form"

type EditRuleDrawerProps = {
  productId: string
  title: string
  rule: DeliveryRule | null
}

/** Changes on which days a product goes, and how many of it. */
export function EditRuleDrawer({
  productId,
  title,
  rule,
}: EditRuleDrawerProps) {
  const { t, host } = useCornerstoreTranslation()
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
          {rule ? host("actions.edit") : t("productDays.set")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{t("productDays.title")}</Drawer.Title>
          <Drawer.Description asChild>
            <Text size="small" className="text-ui-fg-subtle">
              {title}
            </Text>
          </Drawer.Description>
        </Drawer.Header>
        <RuleForm
          productId={productId}
          title={title}
          rule={rule}
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
