import { round4 } from "./money"
import type { Movement, Package } from "./state/catalogue"
import type { Allocation } from "./state/sales"
import type { Store } from "./store"

/** Movements that Dutchie's `/inventory/inventorytransaction` does not list. */
export const UNLISTED = ["Sale", "Return", "Allocate", "Release"]

/** Changes a package and writes the movement down. */
export function move(
  store: Store,
  target: Package,
  change: {
    type: string
    quantity?: number
    allocated?: number
    reason?: string
  }
): Movement {
  const { type, quantity = 0, allocated = 0, reason = null } = change
  const fromQuantity = target.quantity
  target.quantity = round4(target.quantity + quantity)
  target.allocated = round4(target.allocated + allocated)
  target.lastModifiedDateUtc = store.timestamp()
  const movement: Movement = {
    inventoryTransactionId: store.next("movement"),
    inventoryId: target.inventoryId,
    type,
    quantity,
    allocated,
    fromQuantity,
    toQuantity: target.quantity,
    reason,
    at: target.lastModifiedDateUtc,
  }
  store.state.movements.push(movement)
  return movement
}

/** What can still be promised of a product. */
export function available(store: Store, productId: number): number {
  return round4(
    packagesOf(store, productId).reduce(
      (total, each) => total + each.quantity - each.allocated,
      0
    )
  )
}

/** Packages of a product, the one that expires first before the others. */
export function packagesOf(store: Store, productId: number): Package[] {
  const ends = ({ expirationDate }: Package) => expirationDate ?? "9999"
  return store.state.packages
    .filter((each) => each.productId === productId)
    .sort(
      (a, b) => ends(a).localeCompare(ends(b)) || a.inventoryId - b.inventoryId
    )
}

/**
 * Chooses packages for a quantity. What is lacking is taken from the last
 * package, which goes below zero, as a register does that was told to.
 */
export function choosePackages(
  store: Store,
  productId: number,
  quantity: number
): Allocation[] {
  const packages = packagesOf(store, productId)
  const chosen: Allocation[] = []
  let left = quantity
  for (const { inventoryId, ...each } of packages) {
    const part = Math.min(left, Math.max(0, each.quantity - each.allocated))
    if (part > 0) {
      chosen.push({ inventoryId, productId, quantity: round4(part) })
      left = round4(left - part)
    }
  }
  const last = packages.at(-1)
  if (left > 0 && last) {
    const { inventoryId } = last
    chosen.push({ inventoryId, productId, quantity: left })
  }
  return chosen
}

/** Keeps or gives back (`sign` -1) what an order is made of. */
export function allocate(
  store: Store,
  allocations: Allocation[],
  sign: 1 | -1
): void {
  for (const { inventoryId, quantity } of allocations) {
    move(store, packageById(store, inventoryId), {
      type: sign === 1 ? "Allocate" : "Release",
      allocated: sign * quantity,
    })
  }
}

/** @throws RangeError for a package that there is not */
export function packageById(store: Store, inventoryId: number): Package {
  const found = store.state.packages.find(
    (each) => each.inventoryId === inventoryId
  )
  if (!found) {
    throw new RangeError(`Package ${inventoryId} does not exist`)
  }
  return found
}

/**
 * The packages as they were some seconds ago, worked out from the movements
 * since. Packages that came later are left out.
 */
export function packagesAgo(store: Store, seconds: number): Package[] {
  if (seconds === 0) {
    return store.state.packages
  }
  const then = new Date(store.now().getTime() - seconds * 1000).toISOString()
  const since = new Map<number, { quantity: number; allocated: number }>()
  for (const {
    inventoryId,
    quantity,
    allocated,
  } of store.state.movements.filter(({ at }) => at > then)) {
    const before = since.get(inventoryId) ?? { quantity: 0, allocated: 0 }
    since.set(inventoryId, {
      quantity: before.quantity + quantity,
      allocated: before.allocated + allocated,
    })
  }
  return store.state.packages.map((each) => {
    const change = since.get(each.inventoryId)
    return change
      ? {
          ...each,
          quantity: round4(each.quantity - change.quantity),
          allocated: round4(each.allocated - change.allocated),
        }
      : each
  })
}
