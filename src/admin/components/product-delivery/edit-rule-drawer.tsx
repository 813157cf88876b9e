import { Button, Drawer, Text } from "@medusajs/ui"

import type { DeliveryRule } from "../../../sdk/types"
import { useGuardedDrawer } from "../../hooks/use-guarded-drawer"
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
  const { open, onOpenChange, setDirty, close } = useGuardedDrawer()

  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
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
          onDone={close}
        />
      </Drawer.Content>
    </Drawer>
  )
}
