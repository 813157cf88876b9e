import {
  CalculatedShippingOptionPrice,
  CalculateShippingOptionPriceDTO,
  CreateFulfillmentResult,
  CreateShippingOptionDTO,
  FulfillmentOption,
} from "@medusajs/framework/types"
import {
  AbstractFulfillmentProviderService,
  MedusaError,
} from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

/** The option a shop chooses in the dashboard when it makes a shipping option. */
const DELIVERY_OPTION = "district-delivery"

/** What `addShippingMethod` may carry in `data`. */
const methodDataSchema = z.looseObject({
  /** The slot held for the cart; the guard at completion compares it. */
  slot_id: z.string().min(1).optional(),
})

/** What our pricing hooks add to Medusa's context, see `workflows/delivery/pricing-context`. */
const pricingContextSchema = z.looseObject({
  delivery_slot: z.object({ id: z.string(), price: z.number() }).nullish(),
})

/**
 * Delivery by the shop's own drivers in a slot of the address's district.
 *
 * Thin by intent: slots and bookings belong to the `delivery` module, which a
 * fulfillment provider cannot reach. Price and slot arrive in the context.
 */
export class DistrictDeliveryService extends AbstractFulfillmentProviderService {
  static override identifier = "district-delivery"

  override async getFulfillmentOptions(): Promise<FulfillmentOption[]> {
    return [{ id: DELIVERY_OPTION, name: "Delivery in your district" }]
  }

  override async validateOption(
    data: Record<string, unknown>
  ): Promise<boolean> {
    return data.id === DELIVERY_OPTION
  }

  /**
   * Keeps the slot id and marks the method as ours: the guard at completion
   * recognises it by `provider` without another query.
   */
  override async validateFulfillmentData(
    _optionData: Record<string, unknown>,
    data: Record<string, unknown>
  ): Promise<Record<string, unknown>> {
    const parsed = methodDataSchema.safeParse(data ?? {})
    if (!parsed.success) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "The shipping method's data.slot_id must be the id of a delivery slot."
      )
    }
    return { ...parsed.data, provider: DistrictDeliveryService.identifier }
  }

  override async canCalculate(
    _data: CreateShippingOptionDTO
  ): Promise<boolean> {
    return true
  }

  /**
   * The price of the slot held for the cart. Without a slot nothing is charged,
   * and the guard refuses to complete the cart.
   */
  override async calculatePrice(
    _optionData: CalculateShippingOptionPriceDTO["optionData"],
    _data: CalculateShippingOptionPriceDTO["data"],
    context: CalculateShippingOptionPriceDTO["context"]
  ): Promise<CalculatedShippingOptionPrice> {
    const { delivery_slot } = pricingContextSchema.parse(context)
    return {
      calculated_amount: delivery_slot?.price ?? 0,
      is_calculated_price_tax_inclusive: false,
    }
  }

  /** Nothing leaves the house: drivers read bookings, not fulfillments. */
  override async createFulfillment(): Promise<CreateFulfillmentResult> {
    return {
      data: { provider: DistrictDeliveryService.identifier },
      labels: [],
    }
  }

  override async cancelFulfillment(): Promise<Record<string, unknown>> {
    return {}
  }

  override async createReturnFulfillment(): Promise<CreateFulfillmentResult> {
    return { data: {}, labels: [] }
  }
}
