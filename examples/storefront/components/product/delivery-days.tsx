import { productDaysNote } from "@/lib/product-days"
import { serverSdk } from "@/lib/settings"

import { Notice } from "../ui/notice"

/** From which day a product can be had, where not any day will do. */
export async function DeliveryDays({ productId }: { productId: string }) {
  const { sdk, settings } = await serverSdk()
  try {
    const days = await sdk.cornerstore.delivery.listProductDays(productId)
    const note = productDaysNote(days, settings.locale)
    return (
      note && (
        <Notice kind={note.kind} title={note.title}>
          {note.text && <p>{note.text}</p>}
        </Notice>
      )
    )
  } catch (error) {
    // The checkout says it again; the page of a product must not fail for it.
    console.warn("The delivery days of a product could not be read:", error)
    return null
  }
}
