import { Plus } from "@medusajs/icons"
import { Button, Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { ListTable, useListState } from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import { useReaderKeys } from "../../../../hooks/api/reader-keys"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { KeyCard } from "./key-card"
import { useKeysColumns } from "./use-keys-columns"

const PAGE_SIZE = 20
const NO_FILTERS: readonly string[] = []

/** The systems outside the shop that read what was collected. */
export function KeysTable() {
  const { t, host } = useCornerstoreTranslation()
  const state = useListState(NO_FILTERS, PAGE_SIZE)
  const { reader_keys, count, isLoading, isError, error, refetch } =
    useReaderKeys({
      ...(state.q ? { q: state.q } : {}),
      limit: PAGE_SIZE,
      offset: state.offset,
    })
  const columns = useKeysColumns()

  if (isError && !reader_keys) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("activityKeys.title")}
        subHeading={t("activityKeys.subtitle")}
        data={reader_keys}
        columns={columns}
        count={count}
        state={state}
        isLoading={isLoading}
        searchPlaceholder={t("activityKeys.search")}
        actions={
          <Button size="small" variant="secondary" asChild>
            <Link to="create">
              <Plus />
              {host("actions.create")}
            </Link>
          </Button>
        }
        renderCard={(key) => <KeyCard readerKey={key} />}
        emptyState={{
          empty: { custom: <FirstKey /> },
          filtered: {
            heading: t("activityKeys.filtered.title"),
            description: t("activityKeys.filtered.description"),
          },
        }}
      />
    </Container>
  )
}

function FirstKey() {
  const { t } = useCornerstoreTranslation()
  return (
    <div className="flex max-w-md flex-col items-center gap-3 text-center">
      <Text weight="plus">{t("activityKeys.empty.title")}</Text>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("activityKeys.empty.description")}
      </Text>
      <Button size="small" asChild>
        <Link to="create">{t("activityKeys.create.title")}</Link>
      </Button>
    </div>
  )
}
