import { Container, Text } from "@medusajs/ui"

import type { AuditEntry } from "../../../../../sdk/types"
import { RelativeInstant } from "../../../../components/instant"
import { ListTable } from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import { useAuditEntries } from "../../../../hooks/api/audit"
import { useLocale } from "../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { formatInstant } from "../../../../lib/dates"
import { actionText, actorText } from "./audit-texts"
import { ResourceCell, useAuditColumns } from "./use-audit-columns"
import { useAuditFilters } from "./use-audit-filters"
import { useAuditQuery } from "./use-audit-query"

/** Who did what to which thing, newest first. */
export function AuditTable() {
  const { t } = useCornerstoreTranslation()
  const { state, query } = useAuditQuery()
  const { entries, count, isLoading, isError, error, refetch } =
    useAuditEntries(query)
  const columns = useAuditColumns()
  const filters = useAuditFilters(entries)

  if (isError && !entries) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("audit.title")}
        subHeading={t("audit.subtitle")}
        data={entries}
        columns={columns}
        count={count}
        state={state}
        isLoading={isLoading}
        filters={filters}
        renderCard={(entry) => <AuditCard entry={entry} />}
        emptyState={{
          empty: {
            heading: t("audit.empty.title"),
            description: t("audit.empty.description"),
          },
          filtered: {
            heading: t("audit.filtered.title"),
            description: t("audit.filtered.description"),
          },
        }}
      />
    </Container>
  )
}

function AuditCard({ entry }: { entry: AuditEntry }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  return (
    <div className="txt-small text-ui-fg-subtle flex flex-col gap-1">
      <Text size="small" weight="plus" className="text-ui-fg-base">
        {actionText(entry.action, t)}
      </Text>
      <ResourceCell entry={entry} />
      <span className="flex flex-wrap justify-between gap-x-2">
        <span>{actorText(entry, t)}</span>
        <span>
          <RelativeInstant instant={entry.created_at} />
          {` · ${formatInstant(entry.created_at, locale)}`}
        </span>
      </span>
    </div>
  )
}
