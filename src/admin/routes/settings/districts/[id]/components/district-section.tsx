import { ActionMenu, SectionRow } from "@medusajs/dashboard/components"
import { Map, PencilSquare, Trash } from "@medusajs/icons"
import { Container, Heading } from "@medusajs/ui"
import { useMemo } from "react"
import { useNavigate } from "react-router-dom"

import type { AdminDistrict } from "../../../../../../sdk/types"
import { ActiveBadge } from "../../../../../components/active-badge"
import { BoundaryPreview } from "../../../../../components/boundary-preview"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { useDeleteDistrictAction } from "../../components/use-delete-district-action"

/** What a district is called and covers. */
export function DistrictSection({ district }: { district: AdminDistrict }) {
  const { t, host } = useCornerstoreTranslation()
  const navigate = useNavigate()
  const remove = useDeleteDistrictAction()
  const boundaries = useMemo(
    () => (district.boundary ? [district.boundary] : []),
    [district.boundary]
  )

  const handleDelete = async () => {
    if (await remove(district)) {
      void navigate("/settings/districts", { replace: true })
    }
  }

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <Heading className="min-w-0 truncate">{district.name}</Heading>
        <div className="flex items-center gap-4">
          <ActiveBadge active={district.is_active} />
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    label: host("actions.edit"),
                    icon: <PencilSquare />,
                    to: "edit",
                  },
                  { label: t("map.draw"), icon: <Map />, to: "map" },
                ],
              },
              {
                actions: [
                  {
                    label: host("actions.delete"),
                    icon: <Trash />,
                    onClick: () => void handleDelete(),
                  },
                ],
              },
            ]}
          />
        </div>
      </div>
      <div className="grid divide-y lg:grid-cols-2 lg:divide-x lg:divide-y-0">
        <div className="divide-y">
          <SectionRow
            title={t("districts.fields.priority")}
            value={String(district.priority)}
          />
          <SectionRow
            title={t("districts.fields.postalCodes")}
            value={district.postal_codes.join(", ") || "–"}
          />
          <SectionRow
            title={t("districts.fields.aliases")}
            value={district.aliases.join(", ") || "–"}
          />
          <SectionRow
            title={t("districts.fields.boundary")}
            value={t(
              district.boundary ? "districts.drawn" : "districts.notDrawn"
            )}
          />
        </div>
        {boundaries.length > 0 && (
          <div className="px-6 py-4">
            <BoundaryPreview
              boundaries={boundaries}
              label={t("districts.boundary.previewOf", { name: district.name })}
            />
          </div>
        )}
      </div>
    </Container>
  )
}
