import { zodResolver } from "@hookform/resolvers/zod"
import { Form, useRouteModal } from "@medusajs/dashboard/components"
import { Button, Input, toast } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm } from "react-hook-form"
import { Link } from "react-router-dom"

import { useCreateDistrict } from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import {
  createDistrictSchema,
  EMPTY_DISTRICT,
  toDistrictInput,
  type DistrictValues,
} from "./district-schema"
import { MapModal } from "./map-modal"

/** A new district: its name, and its boundary on the map. */
export function DrawDistrict() {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useCreateDistrict()
  const schema = useMemo(() => createDistrictSchema(t), [t])
  const form = useForm<DistrictValues>({
    defaultValues: EMPTY_DISTRICT,
    resolver: zodResolver(schema),
  })

  const save = form.handleSubmit(async (values) => {
    if (!values.boundary) {
      toast.error(t("map.problems.nothing"))
      return
    }
    try {
      const { district } = await mutateAsync(toDistrictInput(values))
      toast.success(t("districts.saved", { name: district.name }))
      // On to its windows: a district without any delivers nothing.
      handleSuccess(`/settings/districts/${district.id}`)
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  })

  return (
    <MapModal
      form={form}
      title={t("map.newTitle")}
      description={t("map.description")}
      initial={null}
      isPending={isPending}
      onBoundary={(boundary) =>
        form.setValue("boundary", boundary ? JSON.stringify(boundary) : "", {
          shouldDirty: true,
        })
      }
      onSubmit={() => void save()}
      fallback={
        <Button size="small" variant="secondary" asChild>
          <Link to="/settings/districts/create">{t("map.enterGeoJson")}</Link>
        </Button>
      }
    >
      <div className="grid grid-cols-[2fr_1fr] gap-3 px-4 pt-3 md:max-w-xl">
        <Form.Field
          control={form.control}
          name="name"
          render={({ field }) => (
            <Form.Item>
              <Form.Label>{t("districts.fields.name")}</Form.Label>
              <Form.Control>
                <Input autoComplete="off" {...field} />
              </Form.Control>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
        <Form.Field
          control={form.control}
          name="priority"
          render={({ field }) => (
            <Form.Item>
              <Form.Label tooltip={t("districts.hints.priority")}>
                {t("districts.fields.priority")}
              </Form.Label>
              <Form.Control>
                <Input type="number" inputMode="numeric" min={0} {...field} />
              </Form.Control>
              <Form.ErrorMessage />
            </Form.Item>
          )}
        />
      </div>
    </MapModal>
  )
}
