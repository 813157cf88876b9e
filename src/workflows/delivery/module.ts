import { MedusaContainer } from "@medusajs/framework/types"

import { DELIVERY_MODULE } from "../../modules/delivery"
import DeliveryModuleService from "../../modules/delivery/service"

/** The delivery module's service, typed. */
export const deliveryService = (
  container: MedusaContainer
): DeliveryModuleService =>
  container.resolve<DeliveryModuleService>(DELIVERY_MODULE)
