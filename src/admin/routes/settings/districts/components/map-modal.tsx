import {
  KeyboundForm,
  RouteFocusModal,
  useRouteModal,
} from "@medusajs/dashboard/components"
import { Button } from "@medusajs/ui"
import { useCallback, useState, type ReactNode } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"

import type { DistrictBoundary } from "../../../../../sdk/types"
import {
  BoundaryEditor,
  type DrawingProblem,
} from "../../../../components/boundary-editor"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

type MapModalProps<TValues extends FieldValues> = {
  form: UseFormReturn<TValues>
  title: string
  description: string
  initial: DistrictBoundary | null
  districtId?: string
  isPending: boolean
  onBoundary: (boundary: DistrictBoundary | null) => void
  onSubmit: () => void
  /** Where there is no map. */
  fallback: ReactNode
  /** Fields above the map. */
  children?: ReactNode
}

/** A whole page for a map: fields above it, the drawing, cancel and save. */
export function MapModal<TValues extends FieldValues>({
  form,
  title,
  description,
  initial,
  districtId,
  isPending,
  onBoundary,
  onSubmit,
  fallback,
  children,
}: MapModalProps<TValues>) {
  const { host } = useCornerstoreTranslation()
  const { setCloseOnEscape } = useRouteModal()
  const [problem, setProblem] = useState<DrawingProblem | null>(null)
  // Escape gives up the line that is being drawn, not the page.
  const handleDrawing = useCallback(
    (isDrawing: boolean) => setCloseOnEscape(!isDrawing),
    [setCloseOnEscape]
  )

  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm
        className="flex size-full flex-col overflow-hidden"
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <RouteFocusModal.Header>
          <RouteFocusModal.Title className="txt-compact-medium-plus min-w-0 flex-1 truncate px-3 text-left">
            {title}
          </RouteFocusModal.Title>
          <RouteFocusModal.Description className="sr-only">
            {description}
          </RouteFocusModal.Description>
        </RouteFocusModal.Header>
        <RouteFocusModal.Body className="flex min-h-0 flex-1 flex-col overflow-auto p-0">
          {children}
          <BoundaryEditor
            initial={initial}
            districtId={districtId}
            onChange={onBoundary}
            onProblem={setProblem}
            onDrawing={handleDrawing}
            fallback={fallback}
          />
        </RouteFocusModal.Body>
        <RouteFocusModal.Footer>
          <RouteFocusModal.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {host("actions.cancel")}
            </Button>
          </RouteFocusModal.Close>
          <Button
            size="small"
            type="submit"
            isLoading={isPending}
            disabled={problem !== null}
          >
            {host("actions.save")}
          </Button>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
