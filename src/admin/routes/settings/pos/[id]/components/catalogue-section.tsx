import { SectionRow } from "@medusajs/dashboard/components"
import { ArrowPath } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"

import type { AdminPosConnection } from "../../../../../../sdk/types"
import { RelativeInstant } from "../../../../../components/instant"
import { useLocale } from "../../../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../../../i18n/use-cornerstore-translation"
import { useConnectionActions } from "../../components/use-connection-actions"

/** What is known of the POS's products. Orders are sent by it. */
export function CatalogueSection({
  connection,
}: {
  connection: AdminPosConnection
}) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const { sync, isSyncing } = useConnectionActions()
  const { catalogue, catalogue_synced_at } = connection
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h2">{t("pos.fields.catalogue")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t(
              catalogue_synced_at
                ? "pos.catalogue.subtitle"
                : "pos.catalogue.never"
            )}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          isLoading={isSyncing}
          onClick={() => void sync(connection)}
        >
          <ArrowPath />
          {t("pos.sync.action")}
        </Button>
      </div>
      <SectionRow
        title={t("pos.catalogue.products")}
        value={number(catalogue.products)}
      />
      <SectionRow
        title={t("pos.catalogue.mapped")}
        value={number(catalogue.mapped)}
      />
      <SectionRow
        title={t("pos.catalogue.ambiguous")}
        value={number(catalogue.ambiguous)}
      />
      <SectionRow
        title={t("pos.catalogue.missing")}
        value={number(catalogue.missing)}
      />
      <SectionRow
        title={t("pos.catalogue.read")}
        value={
          catalogue_synced_at ? (
            <RelativeInstant instant={catalogue_synced_at} />
          ) : (
            "–"
          )
        }
      />
    </Container>
  )
}
