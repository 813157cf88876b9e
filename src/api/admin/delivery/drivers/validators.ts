import { z } from "@medusajs/framework/zod"

import { paging } from "../validators"

export const AdminGetDrivers = z
  .object({
    ...paging,
    q: z.string().max(200).optional(),
    is_active: z
      .enum(["true", "false"])
      .transform((value) => value === "true")
      .optional(),
  })
  .strict()
export type AdminGetDriversType = z.infer<typeof AdminGetDrivers>

const driver = {
  name: z.string().trim().min(1).max(100),
  phone: z
    .string()
    .trim()
    .max(40)
    .regex(/^[+\d][\d\s()./-]*$/, "must be a phone number")
    .nullable(),
  is_active: z.boolean(),
}

export const AdminCreateDriver = z
  .object(driver)
  .partial()
  .required({ name: true })
  .strict()
export type AdminCreateDriverType = z.infer<typeof AdminCreateDriver>

export const AdminUpdateDriver = z.object(driver).partial().strict()
export type AdminUpdateDriverType = z.infer<typeof AdminUpdateDriver>
