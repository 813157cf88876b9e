import { json } from "../../shared/answer"
import { parameter, type SimRequest } from "../../shared/request"
import { type Endpoint, flag, instant, int } from "../endpoint"
import { PER_MINUTE } from "../rate-limits"
import { packageById, packagesAgo, UNLISTED } from "../stock"
import { round4 } from "../money"
import type { Package, Product } from "../state/catalogue"
import type { Store } from "../store"

/** Units of lab results: percent and milligrams a gram, of six. */
const PERCENT = { labResultUnitId: 1, labResultUnit: "%" }

/** Stock; rows with nothing left are not told, as documented. */
export const INVENTORY: Endpoint[] = [
  {
    method: "GET",
    path: "/inventory",
    role: "Inventory",
    perMinute: PER_MINUTE.high,
    handle: (store, request) =>
      json(
        store.switches.inventory_endpoint === "reporting_only"
          ? []
          : rows(store).map((row) => inventoryItem(row, request))
      ),
  },
  {
    method: "GET",
    path: "/reporting/inventory",
    role: "Reporting",
    perMinute: PER_MINUTE.reporting,
    handle: (store, request) => {
      const items = rows(store).map((row) => ({
        ...inventoryItem(row, request),
        unitCost: row.product.unitCost,
        allocatedQuantity: flag(request, "includeAllocated")
          ? row.own.allocated
          : null,
      }))
      if (store.switches.skip_take === "off") {
        return json(items)
      }
      const skip = int(request, "Skip") ?? 0
      const take = int(request, "Take") ?? items.length
      return json(items.slice(skip, skip + take))
    },
  },
  {
    method: "GET",
    path: "/inventory/inventorytransaction",
    role: "Inventory",
    perMinute: PER_MINUTE.standard,
    handle: (store, request) => {
      const from = instant(request, "startDate") ?? ""
      const to = instant(request, "endDate") ?? "9999"
      const type = parameter(request, "transactionType")
      const listed = store.state.movements.filter(
        (each) =>
          !UNLISTED.includes(each.type) &&
          each.at >= from &&
          each.at <= to &&
          (!type || each.type.toLowerCase() === type.toLowerCase())
      )
      return json(
        listed.map(({ type: transactionType, at, ...each }) => {
          const own = packageById(store, each.inventoryId)
          const product = store.product(own.productId)
          return {
            inventoryTransactionId: each.inventoryTransactionId,
            transactionType,
            product: product?.productName ?? null,
            sku: product?.sku ?? null,
            productId: own.productId,
            unit: product?.unitType ?? null,
            packageId: own.packageId,
            externalPackageId: own.externalPackageId,
            batchId: own.batchId,
            batchName: own.batchName,
            quantity: each.quantity,
            fromQuantity: each.fromQuantity,
            toQuantity: each.toQuantity,
            reason: each.reason,
            fromLocation: store.state.location.locationName,
            fromRoom: own.room,
            toLocation: store.state.location.locationName,
            toRoom: own.room,
            transactionBy: "Register",
            transactionDate: at,
            unitCost: product?.unitCost ?? null,
            purchaseOrderId: null,
            inventoryId: own.inventoryId,
          }
        })
      )
    },
  },
  {
    method: "GET",
    path: "/integration/integration-recon",
    role: "Integrations",
    perMinute: PER_MINUTE.standard,
    handle: (store) =>
      json({
        lastUpdated: store.timestamp(),
        discrepancies: store.state.packages.flatMap((own) =>
          own.stateQuantity === null || own.stateQuantity === own.quantity
            ? []
            : [discrepancy(store, own, own.stateQuantity)]
        ),
      }),
  },
]

type Row = { own: Package; product: Product; quantity: number }

/** What is on the shelf, as fresh as the switch says. */
function rows(store: Store): Row[] {
  const { inventory_stale_seconds, quantity_available } = store.switches
  return packagesAgo(store, inventory_stale_seconds ?? 0).flatMap((own) => {
    const product = store.product(own.productId)
    const kept = quantity_available === "net" ? own.allocated : 0
    const quantity = round4(own.quantity - kept)
    return product?.apiEnabled && product.isActive && quantity > 0
      ? [{ own, product, quantity }]
      : []
  })
}

/** `InventoryItem` of the OpenAPI description. */
function inventoryItem({ own, product, quantity }: Row, request: SimRequest) {
  return {
    inventoryId: own.inventoryId,
    productId: product.productId,
    sku: product.sku,
    productName: product.productName,
    alternateName: null,
    description: product.description,
    categoryId: null,
    category: product.category,
    masterCategory: product.masterCategory,
    imageUrl: product.imageUrl,
    quantityAvailable: quantity,
    quantityUnits: product.unitType,
    unitWeight: product.netWeight ?? 0,
    unitWeightUnit: product.netWeightUnit,
    flowerEquivalent: product.flowerEquivalent ?? 0,
    recFlowerEquivalent: product.flowerEquivalent,
    flowerEquivalentUnits: "g",
    batchId: own.batchId,
    batchName: own.batchName,
    packageId: own.packageId,
    packageStatus: "Active",
    externalPackageId: own.externalPackageId,
    packageNDC: null,
    unitPrice: product.price,
    medUnitPrice: product.medPrice,
    recUnitPrice: product.recPrice,
    pricingTierName: null,
    strainId: null,
    strain: product.strain,
    strainType: product.strainType,
    size: product.size,
    labResults: flag(request, "includeLabResults")
      ? own.labResults.map((result) => ({ ...result, ...PERCENT }))
      : null,
    labResultUrl: null,
    labTestStatus: own.labResults.length ? "TestPassed" : null,
    potencyIndicator: null,
    effectivePotencyMg: null,
    testedDate: null,
    sampleDate: null,
    packagedDate: own.packagedDate,
    manufacturingDate: null,
    expirationDate: own.expirationDate,
    lastModifiedDateUtc: own.lastModifiedDateUtc,
    vendorId: null,
    vendor: null,
    producerId: null,
    producer: null,
    brandId: null,
    brandName: product.brandName,
    roomQuantities: flag(request, "includeRoomQuantities")
      ? [{ roomId: own.roomId, room: own.room, quantityAvailable: quantity }]
      : null,
    tags: product.tags.map((tagName, index) => ({
      tagId: index + 1,
      tagName,
      packageId: own.packageId,
    })),
    lineage: null,
    medicalOnly: product.isMedicalOnly,
    isCannabis: product.isCannabis,
  }
}

/** `InventoryDiscrepancy`: the register against track and trace. */
function discrepancy(store: Store, own: Package, externalQuantity: number) {
  const product = store.product(own.productId)
  return {
    inventoryId: own.inventoryId,
    packageId: own.packageId,
    quantity: own.quantity,
    roomId: own.roomId,
    unitId: 1,
    externalQuantity,
    externalUnitId: 1,
    equivalentExternalQuantity: externalQuantity,
    difference: round4(own.quantity - externalQuantity),
    productName: product?.productName ?? null,
    room: own.room,
    externalRoom: own.room,
    sku: product?.sku ?? null,
    unitErrorMsg: null,
    serialNumber: own.externalPackageId,
  }
}
