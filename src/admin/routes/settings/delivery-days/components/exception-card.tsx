import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

import type { AdminDeliveryException } from "../../../../../sdk/types"
import { useCornerstoreTranslation } from "../../../../i18n/use-cornerstore-translation"
import { editPath } from "./edit-path"
import { KindBadge } from "./kind-badge"
import { useDeleteExceptionAction } from "./use-delete-exception-action"
import type { ExceptionWords } from "./use-exception-words"

type ExceptionCardProps = {
  exception: AdminDeliveryException
  words: ExceptionWords
}

/** An exception on a phone, where a row's menu has no room. */
export function ExceptionCard({ exception, words }: ExceptionCardProps) {
  const { host } = useCornerstoreTranslation()
  const remove = useDeleteExceptionAction()
  return (
    <div className="txt-small text-ui-fg-subtle flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <Text size="small" weight="plus" className="text-ui-fg-base truncate">
          {exception.name}
        </Text>
        <KindBadge kind={exception.kind} />
      </div>
      <span>{words.days}</span>
      <span>{words.scope}</span>
      {words.changes && <span>{words.changes}</span>}
      <div className="-ml-2 flex gap-2">
        <Button size="small" variant="transparent" asChild>
          <Link to={editPath(exception.id)}>{host("actions.edit")}</Link>
        </Button>
        <Button
          size="small"
          variant="transparent"
          className="text-ui-fg-error"
          onClick={() => void remove(exception)}
        >
          {host("actions.delete")}
        </Button>
      </div>
    </div>
  )
}
