import { CheckCircle, XCircle } from "@medusajs/icons"
import { Badge, Text } from "@medusajs/ui"

import type { CustomerLogin } from "../../../sdk/types"
import { useLocale } from "../../hooks/use-locale"
import { useCornerstoreTranslation } from "../../i18n/use-cornerstore-translation"
import { RelativeInstant } from "../instant"
import { deviceText, placeText } from "./texts"

/** One try to log in: whether it worked, from where, and what is odd about it. */
export function LoginRow({ login }: { login: CustomerLogin }) {
  const { t } = useCornerstoreTranslation()
  const locale = useLocale()
  const place = placeText(login.place, locale)
  const worked = login.outcome === "success"
  return (
    <div className="grid grid-cols-[1.25rem_minmax(0,1fr)] items-start gap-x-3 px-6 py-3">
      <span className="pt-0.5" aria-hidden>
        {worked ? (
          <CheckCircle className="text-ui-tag-green-icon" />
        ) : (
          <XCircle className="text-ui-tag-red-icon" />
        )}
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Text size="small" weight="plus">
            {t(`logins.outcome.${login.outcome}`)}
          </Text>
          {login.is_burst && (
            <Badge size="2xsmall" color="red">
              {t(`logins.burst.${login.outcome}`)}
            </Badge>
          )}
          {login.is_new_device && (
            <Badge size="2xsmall" color="blue">
              {t("logins.newDevice")}
            </Badge>
          )}
        </div>
        <Text size="small" className="break-words">
          {deviceText(login.device) ?? t("logins.unknownDevice")}
          {place && ` · ${place}`}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          <RelativeInstant instant={login.at} />
          {login.provider !== "emailpass" && ` · ${login.provider}`}
        </Text>
      </div>
    </div>
  )
}
