import { Gift } from "@medusajs/icons"
import { Badge, Container, Heading, Text } from "@medusajs/ui"

import type { Instructions } from "../../sdk/types"
import { useOrderInstructions } from "../hooks/api/order-instructions"
import { useCornerstoreTranslation } from "../i18n/use-cornerstore-translation"
import { PageError } from "./page-state"

type OrderInstructionsSectionProps = {
  orderId: string
  /** Line item id to what the line is called. */
  titles: Map<string, string>
}

/**
 * What the customer asked for; not there at all for the many orders without a
 * wish.
 */
export function OrderInstructionsSection({
  orderId,
  titles,
}: OrderInstructionsSectionProps) {
  const { t } = useCornerstoreTranslation()
  const { instructions, error, refetch } = useOrderInstructions(orderId)

  if (error) {
    return <PageError error={error} onRetry={() => void refetch()} />
  }
  if (!instructions || !hasAny(instructions)) {
    return null
  }
  const { items, ...whole } = instructions
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("instructions.title")}</Heading>
      </div>
      <Wish title={t("instructions.wholeOrder")} wish={whole} />
      {items.map((item) => (
        <Wish
          key={item.item_id}
          title={titles.get(item.item_id) ?? item.item_id}
          wish={item}
        />
      ))}
    </Container>
  )
}

function Wish({ title, wish }: { title: string; wish: Instructions }) {
  const { t } = useCornerstoreTranslation()
  if (!isWish(wish)) {
    return null
  }
  return (
    <div className="flex flex-col gap-1 px-6 py-4">
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small" weight="plus" leading="compact">
          {title}
        </Text>
        {wish.gift_wrap && (
          <Badge size="2xsmall" color="purple">
            <Gift />
            {t("instructions.giftWrap")}
          </Badge>
        )}
      </div>
      {wish.note && (
        <Text size="small" className="whitespace-pre-line break-words">
          {wish.note}
        </Text>
      )}
      {wish.gift_message && (
        <Text
          size="small"
          className="text-ui-fg-subtle whitespace-pre-line break-words"
        >
          {t("instructions.card", { message: wish.gift_message })}
        </Text>
      )}
    </div>
  )
}

const isWish = ({ note, gift_wrap, gift_message }: Instructions): boolean =>
  note !== null || gift_wrap || gift_message !== null

const hasAny = ({
  items,
  ...whole
}: Instructions & { items: unknown[] }): boolean =>
  isWish(whole) || items.length > 0
