import type { TFunction } from "i18next"
import { z } from "zod"

import type {
  AdminPosAdapter,
  AdminPosConnection,
} from "../../../../../sdk/types"
import type { PosConnectionInput } from "../../../../hooks/api/pos"
import { formatStatusMap, parseStatusMap } from "./status-map-text"

/** Chosen for "no stock location": a select has no empty value. */
export const NO_LOCATION = "none"

const wholeNumber = (from: number, to: number, message: string) =>
  z
    .string()
    .refine(
      (text) =>
        /^\d+$/.test(text.trim()) && Number(text) >= from && Number(text) <= to,
      message
    )

/** The connection form; a key that is stored is needed no more. */
export const createConnectionSchema = (
  t: TFunction<"cornerstore">,
  adapter: Pick<AdminPosAdapter, "credential_fields">,
  lastFour: Record<string, string>
) =>
  z.object({
    name: z.string().trim().min(1, t("pos.errors.name")),
    base_url: z
      .string()
      .trim()
      .regex(/^https?:\/\/\S+$/, t("pos.errors.baseUrl")),
    credentials: z
      .record(z.string(), z.string())
      .superRefine((values, context) => {
        const stored = Object.keys(lastFour).length > 0
        const entered = Object.values(values).some((value) => value.trim())
        for (const { name, required } of adapter.credential_fields) {
          if (required && !values[name]?.trim() && (entered || !stored)) {
            context.addIssue({
              code: "custom",
              path: [name],
              message: t("pos.errors.key"),
            })
          }
        }
      }),
    sales_channel_id: z.string().min(1, t("pos.errors.channel")),
    stock_location_id: z.string(),
    hold_unmapped: z.boolean(),
    poll_seconds: wholeNumber(15, 3_600, t("pos.errors.poll")),
    sync_minutes: wholeNumber(1, 1_440, t("pos.errors.sync")),
    status_map: z.string().superRefine((text, context) => {
      const { problem } = parseStatusMap(text)
      if (problem) {
        context.addIssue({
          code: "custom",
          message: t("pos.errors.statusMap", { line: problem }),
        })
      }
    }),
  })

export type ConnectionValues = z.infer<
  ReturnType<typeof createConnectionSchema>
>

const noCredentials = ({
  credential_fields,
}: Pick<AdminPosAdapter, "credential_fields">) =>
  Object.fromEntries(credential_fields.map(({ name }) => [name, ""]))

export const emptyConnection = (
  adapter: AdminPosAdapter
): ConnectionValues => ({
  name: "",
  base_url: adapter.default_base_url,
  credentials: noCredentials(adapter),
  sales_channel_id: "",
  stock_location_id: NO_LOCATION,
  hold_unmapped: false,
  poll_seconds: "60",
  sync_minutes: "5",
  status_map: "",
})

/** Credentials stay empty: nobody is told what is stored. */
export function toConnectionValues(
  { settings, ...connection }: AdminPosConnection,
  adapter: Pick<AdminPosAdapter, "credential_fields">
): ConnectionValues {
  return {
    name: connection.name,
    base_url: connection.base_url,
    credentials: noCredentials(adapter),
    sales_channel_id: connection.sales_channel_id,
    stock_location_id: connection.stock_location_id ?? NO_LOCATION,
    hold_unmapped: settings.unmapped_lines === "hold",
    poll_seconds: String(settings.poll_seconds),
    sync_minutes: String(settings.sync_minutes),
    status_map: formatStatusMap(settings.status_map),
  }
}

/** What is sent; the values must have passed the schema. */
export function toConnectionInput(
  values: ConnectionValues
): PosConnectionInput {
  const credentials = Object.fromEntries(
    Object.entries(values.credentials).filter(([, value]) => value.trim())
  )
  return {
    name: values.name.trim(),
    base_url: values.base_url.trim(),
    ...(Object.keys(credentials).length > 0 ? { credentials } : {}),
    sales_channel_id: values.sales_channel_id,
    stock_location_id:
      values.stock_location_id === NO_LOCATION
        ? null
        : values.stock_location_id,
    settings: {
      unmapped_lines: values.hold_unmapped ? "hold" : "skip",
      poll_seconds: Number(values.poll_seconds),
      sync_minutes: Number(values.sync_minutes),
      status_map: parseStatusMap(values.status_map).map,
    },
  }
}
