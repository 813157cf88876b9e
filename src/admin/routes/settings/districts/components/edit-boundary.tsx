import { useRouteModal } from "@medusajs/dashboard/components"
import { Button, Skeleton, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { Link, useParams } from "react-router-dom"

import type { AdminDistrict, DistrictBoundary } from "../../../../../sdk/types"
import { PageError } from "../../../../components/page-state"
import { useDistrict, useUpdateDistrict } from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { messageOf } from "../../../../lib/errors"
import { MapModal } from "./map-modal"

/** The boundary of a district on a map of its own. */
export function EditBoundary() {
  const { id = "" } = useParams()
  const { district, error, isPending, refetch } = useDistrict(id)

  if (isPending) {
    return <Skeleton className="m-6 h-2/3" />
  }
  if (!district) {
    return <PageError bare error={error} onRetry={() => void refetch()} />
  }
  return <BoundaryOnMap district={district} />
}

/** Text, so that the form knows whether something was changed. */
type Values = { boundary: string }

const textOf = (boundary: DistrictBoundary | null) => JSON.stringify(boundary)

function BoundaryOnMap({ district }: { district: AdminDistrict }) {
  const { t } = useCornerstoreTranslation()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync, isPending } = useUpdateDistrict(district.id)
  const form = useForm<Values>({
    defaultValues: { boundary: textOf(district.boundary) },
  })
  // Subscribes to it: the question before unsaved changes depends on it.
  const { isDirty } = form.formState

  const save = form.handleSubmit(async ({ boundary }) => {
    if (!isDirty) {
      return handleSuccess()
    }
    try {
      await mutateAsync({
        boundary: JSON.parse(boundary) as DistrictBoundary | null,
      })
      toast.success(t("districts.saved", { name: district.name }))
      handleSuccess()
    } catch (error) {
      toast.error(messageOf(error, t("errors.unknown")))
    }
  })

  return (
    <MapModal
      form={form}
      title={t("map.title", { name: district.name })}
      description={t("map.description")}
      initial={district.boundary}
      districtId={district.id}
      isPending={isPending}
      onBoundary={(boundary) =>
        form.setValue("boundary", textOf(boundary), { shouldDirty: true })
      }
      onSubmit={() => void save()}
      fallback={
        <Button size="small" variant="secondary" asChild>
          <Link to={`/settings/districts/${district.id}/edit`}>
            {t("map.enterGeoJson")}
          </Link>
        </Button>
      }
    />
  )
}
