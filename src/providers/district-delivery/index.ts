import { ModuleProvider, Modules } from "@medusajs/framework/utils"

import { DistrictDeliveryService } from "./service"

export default ModuleProvider(Modules.FULFILLMENT, {
  services: [DistrictDeliveryService],
})
