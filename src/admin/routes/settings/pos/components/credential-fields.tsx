import { Form } from "@medusajs/dashboard/components"
import { Input } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"

import type { AdminPosAdapter } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import type { ConnectionValues } from "./connection-schema"

type CredentialFieldsProps = {
  form: UseFormReturn<ConnectionValues>
  adapter: AdminPosAdapter
  lastFour: Record<string, string>
}

/** What the vendor wants to know us by. Written once, never shown again. */
export function CredentialFields({
  form,
  adapter,
  lastFour,
}: CredentialFieldsProps) {
  const { t } = useCornerstoreTranslation()
  return (
    <>
      {adapter.credential_fields.map(({ name, label, required }) => {
        const stored = lastFour[name]
        return (
          <Form.Field
            key={name}
            control={form.control}
            name={`credentials.${name}`}
            render={({ field: { value = "", ...field } }) => (
              <Form.Item>
                <Form.Label optional={!required}>
                  {t(`pos.credentials.${name}`, { defaultValue: label })}
                </Form.Label>
                <Form.Control>
                  <Input
                    type="password"
                    autoComplete="new-password"
                    placeholder={
                      stored === undefined ? undefined : `••••${stored}`
                    }
                    value={value}
                    {...field}
                  />
                </Form.Control>
                <Form.Hint>
                  {t(
                    stored === undefined
                      ? "pos.hints.key"
                      : "pos.hints.keyStored"
                  )}
                </Form.Hint>
                <Form.ErrorMessage />
              </Form.Item>
            )}
          />
        )
      })}
    </>
  )
}
