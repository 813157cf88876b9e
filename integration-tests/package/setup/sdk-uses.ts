/** A method of the SDK as it is called: `delivery.listSlots`. */
export type SdkMethod = `${string}.${string}`

/** How a storefront gets its client, by the way its TypeScript resolves modules. */
export type Flavour = {
  name: string
  file: string
  module: string
  moduleResolution: string
  /** First lines of the storefront: `medusa` is js-sdk's client. */
  client: string
  /** Whether js-sdk's own types and code agree enough to run the result. */
  runs: boolean
}

const CLIENT = `import Medusa from "@medusajs/js-sdk"
const medusa = new Medusa({ baseUrl: "http://localhost:9000", publishableKey: "pk" })`

export const FLAVOURS: readonly Flavour[] = [
  {
    name: "a bundler",
    file: "storefront.ts",
    module: "ESNext",
    moduleResolution: "Bundler",
    client: CLIENT,
    runs: true,
  },
  {
    name: "Node, as CommonJS",
    file: "storefront.cts",
    module: "Node16",
    moduleResolution: "Node16",
    client: CLIENT,
    runs: true,
  },
  {
    name: "Node, as an ES module",
    file: "storefront.mts",
    module: "NodeNext",
    moduleResolution: "NodeNext",
    // js-sdk's types say that the class is `default.default` here; its code
    // says that it is `default`: types alone can be checked.
    client: `import type MedusaModule from "@medusajs/js-sdk"
declare const medusa: InstanceType<(typeof MedusaModule)["default"]>`,
    runs: false,
  },
]

/** What a storefront does with the SDK, and what it must not be able to do. */
export const SDK_USES = `
import {
  type DeliverySlot,
  type DeliveryStage,
  type LoyaltyEntryKind,
  withCornerstore,
} from "medusa-plugin-cornerstore/sdk"

export const sdk = withCornerstore(medusa)

export async function checkout(cartId: string): Promise<DeliverySlot | undefined> {
  const { district } = await sdk.cornerstore.delivery.resolveDistrict({
    lat: 37.76,
    lng: -122.42,
    postal_code: "94110",
  })
  const name: string = district?.name ?? "nowhere"
  const { slots } = await sdk.cornerstore.delivery.listSlots(cartId, { from: "2030-01-01" })
  const open = slots.find((slot) => slot.state === "open")
  if (open) {
    const { hold } = await sdk.cornerstore.delivery.holdSlot(cartId, open.id)
    const until: string = hold.expires_at
    await sdk.cornerstore.instructions.update(cartId, { note: name + until, gift_wrap: true })
  }
  const { instructions } = await sdk.cornerstore.instructions.retrieve(cartId)
  const wrapped: boolean = instructions.items.some((item) => item.gift_wrap)
  const { deleted } = await sdk.cornerstore.delivery.releaseSlot(cartId)
  return wrapped && deleted ? undefined : open
}

export async function account(orderId: string): Promise<number> {
  const { delivery } = await sdk.cornerstore.delivery.retrieveForOrder(orderId)
  const stage: DeliveryStage | undefined = delivery?.stage
  const { account } = await sdk.cornerstore.loyalty.retrieve()
  const { entries } = await sdk.cornerstore.loyalty.listEntries({ limit: 20 })
  const kinds: LoyaltyEntryKind[] = entries.map((entry) => entry.kind)
  return stage === "delivered" ? account.available + kinds.length : account.pending
}

export async function wrong(cartId: string): Promise<void> {
  // @ts-expect-error: a cart is needed
  await sdk.cornerstore.delivery.listSlots()
  // @ts-expect-error: an id is text
  await sdk.cornerstore.delivery.holdSlot(cartId, 7)
  // @ts-expect-error: no such method
  await sdk.cornerstore.delivery.bookSlot(cartId)
  // @ts-expect-error: no such part
  await sdk.cornerstore.deliveries.listSlots(cartId)
  // @ts-expect-error: a latitude is a number
  await sdk.cornerstore.delivery.resolveDistrict({ lat: "37.76" })
  // @ts-expect-error: no such field
  await sdk.cornerstore.instructions.update(cartId, { wrapping: true })
  const { slots } = await sdk.cornerstore.delivery.listSlots(cartId)
  // @ts-expect-error: a price is a number
  slots[0].price.toUpperCase()
  // @ts-expect-error: no such state
  slots.filter((slot) => slot.state === "sold")
  const { delivery } = await sdk.cornerstore.delivery.retrieveForOrder("order")
  // @ts-expect-error: an order may have no slot
  delivery.stage
  const { account } = await sdk.cornerstore.loyalty.retrieve()
  // @ts-expect-error: may be null
  account.tier.length
  // @ts-expect-error: the client stays js-sdk's
  sdk.client.fetch(7)
  // @ts-expect-error: not a client
  withCornerstore({})
}
`

/** Compiles only when no argument and no part of the answer of a method is `any`. */
export function realTypes(methods: readonly SdkMethod[]): string {
  const claims = methods.map((method) => {
    const [context, name] = method.split(".")
    const type = `Cornerstore[${JSON.stringify(context)}][${JSON.stringify(name)}]`
    return `export const ${context}_${name}: Real<${type}> = true`
  })
  return `import type { Cornerstore } from "medusa-plugin-cornerstore/sdk"

type IsAny<T> = 0 extends 1 & T ? true : false
type HasAny<T, Depth extends 0[] = []> = Depth["length"] extends 5
  ? false
  : IsAny<T> extends true
    ? true
    : T extends readonly (infer Each)[]
      ? HasAny<Each, [...Depth, 0]>
      : T extends object
        ? true extends { [Key in keyof T]-?: HasAny<T[Key], [...Depth, 0]> }[keyof T]
          ? true
          : false
        : false
type Real<Method> = Method extends (...given: infer Given) => Promise<infer Answer>
  ? true extends HasAny<Given> | HasAny<Answer>
    ? false
    : unknown extends Answer
      ? false
      : true
  : false

export const notReal: [
  Real<() => Promise<any>>,
  Real<() => Promise<unknown>>,
  Real<(one: any) => Promise<{ id: string }>>,
  Real<() => Promise<{ list: { id: any }[] }>>,
  Real<() => { id: string }>,
] = [false, false, false, false, false]

${claims.join("\n")}
`
}
