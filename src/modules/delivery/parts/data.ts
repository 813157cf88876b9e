import { Context } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"

import { DeliveryBooking } from "../models/delivery-booking"
import { DeliveryCashEntry } from "../models/delivery-cash-entry"
import { DeliveryDistrict } from "../models/delivery-district"
import { DeliveryDriver } from "../models/delivery-driver"
import { DeliveryDriverAction } from "../models/delivery-driver-action"
import { DeliveryRoute } from "../models/delivery-route"
import { DeliverySlot } from "../models/delivery-slot"
import { DeliveryStop } from "../models/delivery-stop"
import { DeliveryWindow } from "../models/delivery-window"
import { Sql } from "../queries/types"

/** Medusa's generated methods over every table of the context. */
export class DeliveryData extends MedusaService({
  DeliveryDistrict,
  DeliveryWindow,
  DeliverySlot,
  DeliveryBooking,
  DeliveryDriver,
  DeliveryRoute,
  DeliveryStop,
  DeliveryDriverAction,
  DeliveryCashEntry,
}) {}

/** The connection of the running transaction, or of the request. */
export function sqlOf(context: Context): Sql {
  return (context.transactionManager ?? context.manager) as Sql
}
