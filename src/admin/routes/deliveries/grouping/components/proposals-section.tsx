import { Container, createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"

import type { AdminGrouping } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import {
  ListInvitation,
  ListTable,
  useListState,
} from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import { useGroupings } from "../../../../hooks/api/groupings"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatDays } from "../../../../lib/dates"
import { formatDistance } from "../../../../lib/distance"
import { GroupingStatusBadge } from "./status-badges"

const PAGE_SIZE = 10
const NO_FILTERS: readonly string[] = []
const columnHelper = createDataTableColumnHelper<AdminGrouping>()

/** What was proposed before, and what was made of it. */
export function ProposalsSection() {
  const { t } = useCornerstoreTranslation()
  const state = useListState(NO_FILTERS, PAGE_SIZE)
  const { groupings, count, isLoading, isError, error, refetch } = useGroupings(
    { limit: PAGE_SIZE, offset: state.offset }
  )
  const columns = useColumns()

  if (isError && !groupings) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  const invitation = (
    <ListInvitation
      title={t("grouping.proposals.empty.title")}
      description={t("grouping.proposals.empty.description")}
    />
  )
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("grouping.proposals.title")}
        headingLevel="h2"
        data={groupings}
        columns={columns}
        count={count}
        state={state}
        isLoading={isLoading}
        rowHref={({ id }) => `/deliveries/grouping/${id}`}
        renderCard={(grouping) => <ProposalCard grouping={grouping} />}
        emptyState={{
          empty: { custom: invitation },
          filtered: { custom: invitation },
        }}
      />
    </Container>
  )
}

function useColumns() {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return useMemo(
    () => [
      columnHelper.display({
        id: "days",
        header: t("grouping.fields.days"),
        cell: ({ row: { original } }) => (
          <span className="text-ui-fg-base font-medium">
            <Days grouping={original} />
          </span>
        ),
      }),
      columnHelper.display({
        id: "status",
        header: t("grouping.fields.status"),
        cell: ({ row: { original } }) => (
          <GroupingStatusBadge status={original.status} />
        ),
      }),
      columnHelper.display({
        id: "saved",
        header: t("grouping.fields.saved"),
        cell: ({ row: { original } }) => (
          <span className="tabular-nums">
            {formatDistance(original.saved_metres, locale)}
          </span>
        ),
      }),
      columnHelper.display({
        id: "moves",
        header: t("grouping.fields.moves"),
        cell: ({ row: { original } }) => movesText(original, t),
      }),
      columnHelper.display({
        id: "created_at",
        header: t("grouping.fields.created"),
        cell: ({ row: { original } }) => (
          <RelativeInstant instant={original.created_at} />
        ),
      }),
    ],
    [locale, t]
  )
}

const movesText = (
  { status, moves_count, moved_count }: AdminGrouping,
  t: ReturnType<typeof useCornerstoreTranslation>["t"]
): string =>
  status === "accepted"
    ? t("grouping.movedOf", { moved: moved_count, count: moves_count })
    : String(moves_count)

function Days({ grouping }: { grouping: AdminGrouping }) {
  const locale = useLocale()
  return <>{formatDays(grouping.from, grouping.to, locale, grouping.from)}</>
}

function ProposalCard({ grouping }: { grouping: AdminGrouping }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <Text size="small" weight="plus" className="truncate">
          <Days grouping={grouping} />
        </Text>
        <GroupingStatusBadge status={grouping.status} />
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {t("grouping.fields.moves")}: {movesText(grouping, t)} ·{" "}
        {t("grouping.saves", {
          distance: formatDistance(grouping.saved_metres, locale),
        })}
      </Text>
    </div>
  )
}
