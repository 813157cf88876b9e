import { Container, Heading, Skeleton, Text } from "@medusajs/ui"

import { useProductRule } from "../../hooks/api/product-days"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { PageError } from "../page-state"
import { DayTable } from "./day-table"
import { EditRuleDrawer } from "./edit-rule-drawer"
import { RuleSummary } from "./rule-summary"

type ProductDeliverySectionProps = { productId: string; title: string }

/** On which days a product goes, and what is sold for the next ones. */
export function ProductDeliverySection({
  productId,
  title,
}: ProductDeliverySectionProps) {
  const { t } = useCornerstoreTranslation()
  const { rule, error, refetch } = useProductRule(productId)

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-2 px-6 py-4">
        <Heading level="h2">{t("productDays.title")}</Heading>
        {rule !== undefined && (
          <EditRuleDrawer productId={productId} title={title} rule={rule} />
        )}
      </div>
      {rule ? (
        <>
          <RuleSummary rule={rule} />
          <DayTable productId={productId} />
        </>
      ) : rule === null ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4 text-pretty">
          {t("productDays.none")}
        </Text>
      ) : error ? (
        <PageError bare error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="flex flex-col gap-2 px-6 py-4">
          <Skeleton className="h-5 w-1/2" />
          <Skeleton className="h-5 w-2/3" />
        </div>
      )}
    </Container>
  )
}
