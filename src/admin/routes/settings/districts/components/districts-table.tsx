import { ArrowDownTray, ArrowUpTray, Map } from "@medusajs/icons"
import { Badge, Button, Container, Text, toast } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { AdminDistrict } from "../../../../../sdk/types"
import { ActiveBadge } from "../../../../components/active-badge"
import {
  CreateButton,
  ListInvitation,
  ListTable,
  useListState,
} from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import {
  useDistricts,
  useExportDistricts,
} from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { saveFile } from "../../../../lib/save-file"
import { useDistrictsColumns } from "./use-districts-columns"

const PAGE_SIZE = 20
const NO_FILTERS: readonly string[] = []

/** Where the shop delivers. */
export function DistrictsTable() {
  const { t } = useCornerstoreTranslation()
  const state = useListState(NO_FILTERS, PAGE_SIZE)
  const { districts, count, isLoading, isError, error, refetch } = useDistricts(
    {
      ...(state.q ? { q: state.q } : {}),
      limit: PAGE_SIZE,
      offset: state.offset,
    }
  )
  const columns = useDistrictsColumns()

  if (isError && !districts) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("districts.title")}
        subHeading={t("districts.subtitle")}
        data={districts}
        columns={columns}
        count={count}
        state={state}
        isLoading={isLoading}
        searchPlaceholder={t("districts.search")}
        actions={<Actions empty={count === 0 && !state.q} />}
        rowHref={({ id }) => `/settings/districts/${id}`}
        renderCard={(district) => <DistrictCard district={district} />}
        emptyState={{
          empty: { custom: <FirstDistrict /> },
          filtered: {
            heading: t("districts.filtered.title"),
            description: t("districts.filtered.description"),
          },
        }}
      />
    </Container>
  )
}

function Actions({ empty }: { empty: boolean }) {
  const { t } = useCornerstoreTranslation()
  const { mutate, isPending } = useExportDistricts()

  const download = () =>
    mutate(undefined, {
      onSuccess: (blob) => saveFile(blob, "districts.geojson"),
      onError: (error) => toast.error(error.message),
    })

  return (
    <>
      <Button size="small" variant="transparent" asChild>
        <Link to="/settings/delivery-days">{t("menu.deliveryDays")}</Link>
      </Button>
      {!empty && (
        <Button
          size="small"
          variant="transparent"
          isLoading={isPending}
          onClick={download}
        >
          <ArrowDownTray />
          {t("districts.export")}
        </Button>
      )}
      <Button size="small" variant="secondary" asChild>
        <Link to="import">
          <ArrowUpTray />
          {t("districts.import.action")}
        </Link>
      </Button>
      <Button size="small" variant="secondary" asChild>
        <Link to="draw">
          <Map />
          {t("map.draw")}
        </Link>
      </Button>
      <CreateButton />
    </>
  )
}

function DistrictCard({ district }: { district: AdminDistrict }) {
  const { t } = useCornerstoreTranslation()
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <Text size="small" weight="plus" className="truncate">
          {district.name}
        </Text>
        <ActiveBadge active={district.is_active} />
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {t("districts.priorityIs", { priority: district.priority })}
        {" · "}
        {t("districts.windows", { count: district.windows_count })}
      </Text>
      {district.postal_codes.length > 0 && (
        <span className="flex flex-wrap gap-1">
          {district.postal_codes.slice(0, 4).map((code) => (
            <Badge key={code} size="2xsmall">
              {code}
            </Badge>
          ))}
        </span>
      )}
    </div>
  )
}

function FirstDistrict() {
  const { t } = useCornerstoreTranslation()
  return (
    <ListInvitation
      title={t("districts.empty.title")}
      description={t("districts.empty.description")}
    >
      <div className="flex flex-wrap justify-center gap-2">
        <Button size="small" asChild>
          <Link to="draw">{t("map.draw")}</Link>
        </Button>
        <Button size="small" variant="secondary" asChild>
          <Link to="import">{t("districts.import.action")}</Link>
        </Button>
        <Button size="small" variant="secondary" asChild>
          <Link to="create">{t("districts.empty.action")}</Link>
        </Button>
      </div>
    </ListInvitation>
  )
}
