import { readFile } from "node:fs/promises"
import path from "node:path"

import { z } from "@medusajs/framework/zod"

const demoSchema = z.object({
  url: z.url(),
  admin: z.object({ email: z.string(), password: z.string() }),
  publishable_key: z.string(),
  region_id: z.string(),
})

/** How the running demo shop is reached. */
export type Demo = z.infer<typeof demoSchema>

/**
 * Reads `.cornerstore/demo.json`, which `npm start` writes.
 *
 * @param root - folder of the repository
 * @throws Error saying that the demo shop must run first
 */
export async function readDemo(root: string): Promise<Demo> {
  const file = path.join(root, ".cornerstore", "demo.json")
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new Error(
      `${file} cannot be read (${error.message}): start the demo shop with npm start and leave it running.`
    )
  })
  const parsed = demoSchema.safeParse(JSON.parse(text))
  if (!parsed.success) {
    throw new Error(
      `${file} describes no demo shop: pictures are taken of the demo only (npm run reset, then npm start).`
    )
  }
  return parsed.data
}
