import { Context } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"

import { DeliveryBooking } from "../models/delivery-booking"
import { DeliveryBookingProduct } from "../models/delivery-booking-product"
import { DeliveryCalendarFeed } from "../models/delivery-calendar-feed"
import { DeliveryCashEntry } from "../models/delivery-cash-entry"
import { DeliveryDistrict } from "../models/delivery-district"
import { DeliveryDriver } from "../models/delivery-driver"
import { DeliveryDriverAction } from "../models/delivery-driver-action"
import { DeliveryException } from "../models/delivery-exception"
import { DeliveryGeocode } from "../models/delivery-geocode"
import { DeliveryGrouping } from "../models/delivery-grouping"
import { DeliveryMove } from "../models/delivery-move"
import { DeliveryProductDay } from "../models/delivery-product-day"
import { DeliveryProductRule } from "../models/delivery-product-rule"
import { DeliveryRoute } from "../models/delivery-route"
import { DeliverySetting } from "../models/delivery-setting"
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
  DeliveryException,
  DeliveryProductRule,
  DeliveryProductDay,
  DeliveryBookingProduct,
  DeliverySetting,
  DeliveryCalendarFeed,
  DeliveryGeocode,
  DeliveryGrouping,
  DeliveryMove,
}) {}

/** The connection of the running transaction, or of the request. */
export function sqlOf(context: Context): Sql {
  return (context.transactionManager ?? context.manager) as Sql
}
