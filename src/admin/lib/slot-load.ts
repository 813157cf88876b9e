/** Places of a slot, in orders. */
export type Load = { reserved: number; capacity: number }

/**
 * How full a slot is. It can hold more than it may: what is booked stays when
 * its window gets smaller.
 *
 * @returns `share` from 0 to 1, for drawing
 */
export function loadOf({ reserved, capacity }: Load): {
  state: "open" | "full" | "over"
  share: number
} {
  if (reserved > capacity) {
    return { state: "over", share: 1 }
  }
  // A slot for no order at all is full with none.
  return reserved === capacity
    ? { state: "full", share: 1 }
    : { state: "open", share: reserved / capacity }
}
