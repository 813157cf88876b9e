import { json } from "../../shared/answer"
import { parameter } from "../../shared/request"
import { type Endpoint, instant, int } from "../endpoint"
import { PER_MINUTE } from "../rate-limits"
import type { Product } from "../state/catalogue"
import type { Store } from "../store"

const MINUTE = 60_000

/** The catalogue: products that are online and enabled for integrators. */
export const PRODUCTS: Endpoint[] = ["/products", "/reporting/products"].map(
  (path): Endpoint => ({
    method: "GET",
    path,
    role: path === "/products" ? "Inventory" : "Reporting",
    perMinute:
      path === "/products" ? PER_MINUTE.standard : PER_MINUTE.reporting,
    handle: (store, request) => {
      const since = instant(request, "fromLastModifiedDateUTC") ?? ""
      const active = parameter(request, "isActive")?.toLowerCase()
      const told = toldProducts(store)
        .filter(
          ({ apiEnabled, onlineAvailable }) => apiEnabled && onlineAvailable
        )
        .filter(({ lastModifiedDateUTC }) => lastModifiedDateUTC >= since)
        .filter(({ isActive }) => !active || String(isActive) === active)
        .map((product) => detail(store, product))
      if (store.switches.skip_take === "off") {
        return json(told)
      }
      const offset = int(request, "offset") ?? 0
      const limit = int(request, "limit") ?? told.length
      return json(told.slice(offset, offset + limit))
    },
  })
)

/**
 * The catalogue as it was some minutes ago: of each product the version before
 * its first change since then.
 */
function toldProducts(store: Store): Product[] {
  const minutes = store.switches.products_stale_minutes ?? 0
  if (minutes === 0) {
    return store.state.products
  }
  const then = new Date(store.now().getTime() - minutes * MINUTE).toISOString()
  const changed = store.state.former_products.filter(
    ({ changedAt }) => changedAt > then
  )
  return store.state.products.flatMap((product) => {
    const first = changed.find((each) => each.productId === product.productId)
    const version = first ? first.product : product
    return version ? [version] : []
  })
}

/** `ProductDetail` of the OpenAPI description; what is left out there is null. */
function detail({ state: { location } }: Store, product: Product) {
  const {
    apiEnabled: _enabled,
    flowerEquivalent,
    isTaxable,
    tags,
    ...own
  } = product
  return {
    ...own,
    internalName: product.productName,
    alternateName: null,
    onlineTitle: product.productName,
    onlineDescription: product.description,
    onlineProduct: true,
    posProducts: true,
    categoryId: null,
    ecomCategory: product.category,
    ecomSubcategory: null,
    regulatoryCategory: null,
    imageUrls: product.imageUrl ? [product.imageUrl] : [],
    productGrams:
      product.netWeightUnit === "g" ? product.netWeight : flowerEquivalent,
    flowerEquivalent,
    recFlowerEquivalent: flowerEquivalent,
    thcContentUnit: product.thcContent === null ? null : "%",
    cbdContentUnit: product.cbdContent === null ? null : "%",
    isTaxable,
    isCoupon: false,
    isTestProduct: false,
    vendorName: null,
    producerName: location.lspName,
    lowInventoryThreshold: null,
    pricingTierData: null,
    taxCategories: isTaxable ? ["Sales tax"] : [],
    tags: tags.map((tagName, index) => ({
      tagId: index + 1,
      tagName,
      productId: product.productId,
    })),
  }
}
