import { MedusaContainer } from "@medusajs/framework/types"

import { POS_MODULE } from "../../modules/pos"
import PosModuleService from "../../modules/pos/service"

/** The POS module's service, typed. */
export const posService = (container: MedusaContainer): PosModuleService =>
  container.resolve<PosModuleService>(POS_MODULE)
