import { clx, Container, Heading, Tabs, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"

import { useLocale } from "../../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"
import { formatCount, formatShare } from "./format"
import { useValueLabel } from "./use-value-label"

type Row = { value: string; count: number; label?: string; href?: string }

export type RankingTab = {
  /** Key of the tab's text, and of what is said when there is nothing. */
  name: string
  ranking: { total: number; top: Row[] }
}

type RankingSectionProps = {
  name: string
  tabs: [RankingTab, ...RankingTab[]]
}

/** A list of what was most frequent, of one kind or of one of several. */
export function RankingSection({ name, tabs }: RankingSectionProps) {
  const { t } = useCornerstoreTranslation()
  const [chosen, setChosen] = useState(tabs[0].name)
  const tab = tabs.find((each) => each.name === chosen) ?? tabs[0]
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3">
        <Heading level="h2">{t(`activity.overview.${name}.title`)}</Heading>
        {tabs.length > 1 && (
          <Tabs value={tab.name} onValueChange={setChosen}>
            <Tabs.List className="flex-wrap">
              {tabs.map((each) => (
                <Tabs.Trigger key={each.name} value={each.name}>
                  {t(`activity.overview.${name}.tabs.${each.name}`)}
                </Tabs.Trigger>
              ))}
            </Tabs.List>
          </Tabs>
        )}
      </div>
      {tab.ranking.top.length ? (
        <RankingRows tab={tab} />
      ) : (
        <Text
          size="small"
          className="text-ui-fg-subtle px-6 py-8 text-center text-pretty"
        >
          {t(`activity.overview.${name}.empty.${tab.name}`)}
        </Text>
      )}
    </Container>
  )
}

function RankingRows({ tab }: { tab: RankingTab }) {
  const { t } = useCornerstoreTranslation()
  const labelOf = useValueLabel(tab.name)
  const { total, top } = tab.ranking
  const shown = top.reduce((all, { count }) => all + count, 0)
  const rest = total - shown
  return (
    <ol className="flex flex-col py-2">
      {top.map((row) => (
        <RankingRow
          key={row.value}
          row={{ label: labelOf(row.value), ...row }}
          total={total}
        />
      ))}
      {rest > 0 && (
        <RankingRow
          row={{
            value: "",
            count: rest,
            label: t("activity.overview.values.rest"),
          }}
          total={total}
          isRest
        />
      )}
    </ol>
  )
}

type RankingRowProps = { row: Row; total: number; isRest?: boolean }

function RankingRow({ row, total, isRest = false }: RankingRowProps) {
  const locale = useLocale()
  const { value, count, label = value, href } = row
  const share = total ? count / total : 0
  const color = isRest ? "text-ui-fg-subtle" : "text-ui-fg-base"
  return (
    <li className="relative px-6 py-1.5">
      {!isRest && (
        <span
          className="bg-ui-tag-blue-bg absolute inset-y-0.5 left-3 rounded"
          style={{ width: `calc((100% - 24px) * ${share})` }}
          aria-hidden
        />
      )}
      <span className="txt-small relative flex items-baseline gap-3">
        <span className={clx("min-w-0 grow truncate", color)} title={label}>
          {href ? (
            <Link to={href} className="hover:text-ui-fg-interactive">
              {label}
            </Link>
          ) : (
            label
          )}
        </span>
        <span className={clx("tabular-nums", color)}>
          {formatCount(count, locale)}
        </span>
        <span className="text-ui-fg-muted w-10 text-right tabular-nums">
          {formatShare(share, locale)}
        </span>
      </span>
    </li>
  )
}
