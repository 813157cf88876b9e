import type { TFunction } from "i18next"
import { z } from "zod"

import type { AdminDriver, CreateDriver } from "../../../../../sdk/types"

const PHONE = /^(|[+\d][\d\s()./-]*)$/

/** The driver form, whose fields are text as typed. */
export const createDriverSchema = (t: TFunction<"cornerstore">) =>
  z.object({
    name: z.string().trim().min(1, t("drivers.errors.name")).max(100),
    phone: z.string().trim().max(40).regex(PHONE, t("drivers.errors.phone")),
    is_active: z.boolean(),
  })

export type DriverValues = z.infer<ReturnType<typeof createDriverSchema>>

export const EMPTY_DRIVER: DriverValues = {
  name: "",
  phone: "",
  is_active: true,
}

export const toDriverValues = ({
  name,
  phone,
  is_active,
}: AdminDriver): DriverValues => ({ name, phone: phone ?? "", is_active })

/** What is sent; the values must have passed the schema. */
export const toDriverInput = ({
  name,
  phone,
  is_active,
}: DriverValues): CreateDriver => ({ name, phone: phone || null, is_active })
