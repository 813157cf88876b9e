import { KeyboundForm, RouteDrawer } from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import type { FormEventHandler, ReactNode } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"

import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"

type FormDrawerProps<TValues extends FieldValues> = {
  form: UseFormReturn<TValues>
  onSubmit: FormEventHandler<HTMLFormElement>
  isPending: boolean
  children: ReactNode
}

/**
 * The inside of a drawer that edits something: fields, cancel and save, and
 * Medusa's question before unsaved changes are lost.
 */
export function FormDrawer<TValues extends FieldValues>({
  form,
  onSubmit,
  isPending,
  children,
}: FormDrawerProps<TValues>) {
  const { host } = useCornerstoreTranslation()
  return (
    <RouteDrawer.Form form={form}>
      <KeyboundForm
        className="flex size-full flex-col overflow-hidden"
        onSubmit={onSubmit}
      >
        <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-auto">
          {children}
        </RouteDrawer.Body>
        <RouteDrawer.Footer>
          <div className="flex items-center justify-end gap-x-2">
            <RouteDrawer.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {host("actions.cancel")}
              </Button>
            </RouteDrawer.Close>
            <Button size="small" type="submit" isLoading={isPending}>
              {host("actions.save")}
            </Button>
          </div>
        </RouteDrawer.Footer>
      </KeyboundForm>
    </RouteDrawer.Form>
  )
}

type DrawerTitleProps = { title: string; description: string }

/** A drawer's heading, and what it is for to a screen reader. */
export function DrawerTitle({ title, description }: DrawerTitleProps) {
  return (
    <RouteDrawer.Header>
      <RouteDrawer.Title>{title}</RouteDrawer.Title>
      <RouteDrawer.Description className="sr-only">
        {description}
      </RouteDrawer.Description>
    </RouteDrawer.Header>
  )
}
