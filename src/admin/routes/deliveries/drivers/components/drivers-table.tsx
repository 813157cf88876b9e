import { Button, Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { AdminDriver } from "../../../../../sdk/types"
import { ActiveBadge } from "../../../../components/active-badge"
import {
  CreateButton,
  ListInvitation,
  ListTable,
  useListState,
} from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import { useDrivers } from "../../../../hooks/api/drivers"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { useDriversColumns } from "./use-drivers-columns"

const PAGE_SIZE = 20
const NO_FILTERS: readonly string[] = []

/** Who drives for the shop. */
export function DriversTable() {
  const { t } = useCornerstoreTranslation()
  const state = useListState(NO_FILTERS, PAGE_SIZE)
  const { drivers, count, isLoading, isError, error, refetch } = useDrivers({
    ...(state.q ? { q: state.q } : {}),
    limit: PAGE_SIZE,
    offset: state.offset,
  })
  const columns = useDriversColumns()

  if (isError && !drivers) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("drivers.title")}
        subHeading={t("drivers.subtitle")}
        data={drivers}
        columns={columns}
        count={count}
        state={state}
        isLoading={isLoading}
        searchPlaceholder={t("drivers.search")}
        actions={<CreateButton />}
        rowHref={({ id }) => `/deliveries/drivers/edit/${id}`}
        renderCard={(driver) => <DriverCard driver={driver} />}
        emptyState={{
          empty: { custom: <FirstDriver /> },
          filtered: {
            heading: t("drivers.filtered.title"),
            description: t("drivers.filtered.description"),
          },
        }}
      />
    </Container>
  )
}

function DriverCard({ driver }: { driver: AdminDriver }) {
  return (
    <div className="flex items-center justify-between gap-2">
      <span className="min-w-0">
        <Text size="small" weight="plus" className="truncate">
          {driver.name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {driver.phone ?? "–"}
        </Text>
      </span>
      <ActiveBadge active={driver.is_active} />
    </div>
  )
}

function FirstDriver() {
  const { t } = useCornerstoreTranslation()
  return (
    <ListInvitation
      title={t("drivers.empty.title")}
      description={t("drivers.empty.description")}
    >
      <Button size="small" asChild>
        <Link to="create">{t("drivers.create.title")}</Link>
      </Button>
    </ListInvitation>
  )
}
