import { TriangleRightMini } from "@medusajs/icons"
import { Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import { PageError } from "../../../../components/page-state"
import { useAllDistricts } from "../../../../hooks/api/districts"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { useCashText } from "./use-cash-text"

/** Districts that take less cash than the shop, each a link to where that is set. */
export function DistrictLimits() {
  const { t } = useCornerstoreTranslation()
  const amount = useCashText()
  const { districts, isPending, error, refetch } = useAllDistricts()
  const limited = (districts ?? []).filter(
    ({ cash_limit }) => cash_limit !== null
  )

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("cashPolicy.districts.title")}</Heading>
      </div>
      {isPending ? (
        <Skeleton className="mx-6 my-4 h-5 w-2/3" />
      ) : error ? (
        <PageError bare error={error} onRetry={() => void refetch()} />
      ) : limited.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty">
          {t("cashPolicy.districts.none")}
        </Text>
      ) : (
        <ul className="divide-y">
          {limited.map(({ id, name, cash_limit }) => (
            <li key={id}>
              <Link
                to={`/settings/districts/${id}`}
                className="hover:bg-ui-bg-base-hover transition-fg focus-visible:shadow-borders-focus flex min-h-11 items-center gap-3 px-6 py-3 outline-none"
              >
                <Text size="small" className="grow">
                  {name}
                </Text>
                <Text size="small" className="text-ui-fg-subtle">
                  {amount(cash_limit)}
                </Text>
                <TriangleRightMini className="text-ui-fg-muted shrink-0" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Container>
  )
}
