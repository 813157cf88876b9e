import type { Instructions } from "../../../src/sdk/types"
import { NO_INSTRUCTIONS } from "../../../src/workflows/instructions/instructions"
import type { Random } from "../random/random"

const NOTES = [
  "Please ring twice, the bell is quiet.",
  "Leave it with the neighbour in 4B if nobody opens.",
  "Nut allergy in the house: please pack nuts apart.",
  "The blue door beside the laundromat, second floor.",
  "Call when you are downstairs, the intercom is broken.",
  "Our guests come at six, so please not later than that.",
]

const GIFTS = [
  "Happy birthday! With love from the whole house.",
  "Congratulations on the new place.",
  "Thank you for looking after the cat.",
  "Get well soon, the croissants should help.",
]

const LINE_NOTES = [
  "Sliced, please.",
  "As dark as you bake it.",
  "Cut in half.",
]

const NOTE_OF_ALL = 0.35
const GIFT_OF_ALL = 0.15
const LINE_NOTE_OF_BREAD = 0.3

/** What a customer asks for with an order; null for most. */
export function drawWishes(random: Random): Instructions | null {
  const note = random.chance(NOTE_OF_ALL) ? random.pick(NOTES) : null
  const gift = random.chance(GIFT_OF_ALL) ? random.pick(GIFTS) : null
  return note || gift
    ? { note, gift_wrap: gift !== null, gift_message: gift }
    : null
}

/** What is asked for with one line: bread comes sliced. */
export function drawLineWishes(
  sku: string,
  random: Random
): Instructions | null {
  return sku.startsWith("BREAD-") && random.chance(LINE_NOTE_OF_BREAD)
    ? { ...NO_INSTRUCTIONS, note: random.pick(LINE_NOTES) }
    : null
}
