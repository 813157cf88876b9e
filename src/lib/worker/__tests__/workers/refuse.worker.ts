import { MedusaError } from "@medusajs/framework/utils"

import { defineWorker } from "../../define-worker"

/** Throws as a step of a workflow would; its own file, since Medusa takes long to load. */
export default defineWorker((id: string): never => {
  throw new MedusaError(MedusaError.Types.NOT_FOUND, `no route ${id}`)
})
