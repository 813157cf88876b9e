import { WindowRule } from "../../modules/delivery/domain/slots"
import DeliveryModuleService from "../../modules/delivery/service"

const PAGE = 500

/** The windows that make slots now: active, of an active district. */
export async function activeWindowRules(
  delivery: DeliveryModuleService,
  districtId?: string
): Promise<WindowRule[]> {
  const rules: WindowRule[] = []
  for (let skip = 0; ; skip += PAGE) {
    const windows = await delivery.listDeliveryWindows(
      {
        is_active: true,
        district: {
          is_active: true,
          ...(districtId ? { id: districtId } : {}),
        },
      },
      { take: PAGE, skip, order: { id: "ASC" } }
    )
    rules.push(
      ...windows.map((window) => ({ ...window, price: Number(window.price) }))
    )
    if (windows.length < PAGE) {
      return rules
    }
  }
}
