import { Button, Container } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"

import {
  choicesOf,
  CreateButton,
  ListInvitation,
  ListTable,
  useListState,
} from "../../../../components/list-table"
import { PageError } from "../../../../components/page-state"
import { useExceptions } from "../../../../hooks/api/exceptions"
import { useShopZone } from "../../../../hooks/use-shop-zone"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { dayInZone } from "../../../../lib/dates"
import { ExceptionCard } from "./exception-card"
import { upcomingFirst } from "./exception-days"
import { useExceptionWords } from "./use-exception-words"
import { useExceptionsColumns } from "./use-exceptions-columns"
import { useExceptionsFilters } from "./use-exceptions-filters"

/** So many that a shop's holidays are one page, in their order. */
const PAGE_SIZE = 50
const FILTERS = ["days", "district_id"] as const

/** Holidays and other days that are not like their weekday. */
export function ExceptionsTable() {
  const { t } = useCornerstoreTranslation()
  const zone = useShopZone()
  const today = dayInZone(new Date(), zone ?? "UTC")
  const state = useListState(FILTERS, PAGE_SIZE)
  const [districtId] = choicesOf(state.filtering.district_id)
  const showsAll = choicesOf(state.filtering.days).includes("all")

  const { exceptions, count, isLoading, isError, error, refetch } =
    useExceptions(
      {
        ...(showsAll ? {} : { from: today }),
        ...(districtId ? { district_id: districtId } : {}),
        limit: PAGE_SIZE,
        offset: state.offset,
      },
      { enabled: zone !== undefined }
    )
  const rows = useMemo(
    () => exceptions && upcomingFirst(exceptions, today),
    [exceptions, today]
  )
  const wordsOf = useExceptionWords(today)
  const columns = useExceptionsColumns(wordsOf)
  const filters = useExceptionsFilters()

  if (isError && !exceptions) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  return (
    <Container className="divide-y p-0">
      <ListTable
        heading={t("deliveryDays.title")}
        subHeading={t("deliveryDays.subtitle")}
        data={rows}
        columns={columns}
        count={count}
        state={state}
        isLoading={isLoading || zone === undefined}
        filters={filters}
        actions={
          <>
            <Button size="small" variant="transparent" asChild>
              <Link to="/settings/districts">{t("menu.districts")}</Link>
            </Button>
            <CreateButton />
          </>
        }
        renderCard={(exception) => (
          <ExceptionCard exception={exception} words={wordsOf(exception)} />
        )}
        emptyState={{
          empty: { custom: <FirstException /> },
          filtered: {
            heading: t("deliveryDays.filtered.title"),
            description: t("deliveryDays.filtered.description"),
          },
        }}
      />
    </Container>
  )
}

function FirstException() {
  const { t } = useCornerstoreTranslation()
  return (
    <ListInvitation
      title={t("deliveryDays.empty.title")}
      description={t("deliveryDays.empty.description")}
    >
      <Button size="small" asChild>
        <Link to="create">{t("deliveryDays.create.title")}</Link>
      </Button>
    </ListInvitation>
  )
}
