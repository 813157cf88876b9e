import { Button, Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { AdminPosConnection } from "../../../../../sdk/types"
import {
  CreateButton,
  ListInvitation,
  ListTable,
  useListState,
} from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import { PosHealthBadge } from "../../../../components/pos-health-badge"
import { usePosConnections } from "../../../../hooks/api/pos"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { keyHint, useConnectionsColumns } from "./use-connections-columns"

const PAGE_SIZE = 20
const NO_FILTERS: readonly string[] = []

/** The POS systems of the shop, and whether each works. */
export function ConnectionsTable() {
  const { t } = useCornerstoreTranslation()
  const state = useListState(NO_FILTERS, PAGE_SIZE)
  const { connections, count, isLoading, isError, error, refetch } =
    usePosConnections({
      ...(state.q ? { q: state.q } : {}),
      limit: PAGE_SIZE,
      offset: state.offset,
    })
  const columns = useConnectionsColumns()

  if (isError && !connections) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("pos.title")}
        subHeading={t("pos.subtitle")}
        data={connections}
        columns={columns}
        count={count}
        state={state}
        isLoading={isLoading}
        searchPlaceholder={t("pos.search")}
        actions={<CreateButton />}
        rowHref={({ id }) => `/settings/pos/${id}`}
        renderCard={(connection) => <ConnectionCard connection={connection} />}
        emptyState={{
          empty: { custom: <FirstConnection /> },
          filtered: {
            heading: t("pos.filtered.title"),
            description: t("pos.filtered.description"),
          },
        }}
      />
    </Container>
  )
}

function ConnectionCard({ connection }: { connection: AdminPosConnection }) {
  const { t } = useCornerstoreTranslation()
  const { name, health, is_paused, catalogue, last_error } = connection
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <Text size="small" weight="plus" className="truncate">
          {name}
        </Text>
        <PosHealthBadge health={health} paused={is_paused} />
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {keyHint(connection)}
        {" · "}
        {t("pos.products", {
          count: catalogue.products,
          mapped: catalogue.mapped,
        })}
      </Text>
      {last_error && (
        <Text size="small" className="text-ui-fg-error text-pretty">
          {last_error}
        </Text>
      )}
    </div>
  )
}

function FirstConnection() {
  const { t } = useCornerstoreTranslation()
  return (
    <ListInvitation
      title={t("pos.empty.title")}
      description={t("pos.empty.description")}
    >
      <Button size="small" asChild>
        <Link to="create">{t("pos.empty.action")}</Link>
      </Button>
    </ListInvitation>
  )
}
