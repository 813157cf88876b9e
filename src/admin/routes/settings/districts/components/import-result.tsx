import { InlineTip, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { ImportDistrictsResponse } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"

/** What an import made, and what it left out and why. */
export function ImportResult({ result }: { result: ImportDistrictsResponse }) {
  const { t } = useCornerstoreTranslation()
  const { districts, skipped } = result
  return (
    <>
      <InlineTip
        variant={districts.length > 0 ? "success" : "warning"}
        label={t("districts.import.imported", { count: districts.length })}
      >
        {t("districts.import.next")}
      </InlineTip>
      {skipped.length > 0 && (
        <section className="flex flex-col gap-2">
          <Text size="small" weight="plus">
            {t("districts.import.skipped", { count: skipped.length })}
          </Text>
          <ul className="divide-y rounded-lg border">
            {skipped.map(({ index, name, reason }) => (
              <li key={index} className="px-3 py-2">
                <Text size="small">
                  {name ?? t("districts.import.feature", { number: index + 1 })}
                </Text>
                <Text size="small" className="text-ui-fg-subtle">
                  {reason}
                </Text>
              </li>
            ))}
          </ul>
        </section>
      )}
      {districts.length > 0 && (
        <ul className="divide-y rounded-lg border">
          {districts.map(({ id, name }) => (
            <li key={id} className="px-3 py-2">
              <Link
                to={`/settings/districts/${id}`}
                className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover txt-small"
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
