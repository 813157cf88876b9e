import { Button, Container } from "@medusajs/ui"
import { Link } from "react-router-dom"

import {
  CreateButton,
  ListInvitation,
  ListTable,
  useListState,
} from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import { useReaderKeys } from "../../../../hooks/api/reader-keys"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { KeyCard } from "./key-card"
import { useKeysColumns } from "./use-keys-columns"

const PAGE_SIZE = 20
const NO_FILTERS: readonly string[] = []

/** The systems outside the shop that read what was collected. */
export function KeysTable() {
  const { t } = useCornerstoreTranslation()
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
        actions={<CreateButton />}
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
    <ListInvitation
      title={t("activityKeys.empty.title")}
      description={t("activityKeys.empty.description")}
    >
      <Button size="small" asChild>
        <Link to="create">{t("activityKeys.create.title")}</Link>
      </Button>
    </ListInvitation>
  )
}
