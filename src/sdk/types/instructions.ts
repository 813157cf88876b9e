/** What the customer wants done, for the whole order or for one line. */
export type Instructions = {
  /** At most 500 characters. */
  note: string | null
  gift_wrap: boolean
  /** For the card; at most 300 characters. */
  gift_message: string | null
}

export type ItemInstructions = Instructions & {
  /** Line item of the cart, or of the order once it is placed. */
  item_id: string
}

export type OrderInstructions = Instructions & {
  /** Only lines that have instructions. */
  items: ItemInstructions[]
}

/** What is left out stays as it is; null or an empty text takes it away. */
export type UpdateInstructions = Partial<Instructions> & {
  items?: (Partial<Instructions> & { item_id: string })[]
}

export type InstructionsResponse = { instructions: OrderInstructions }
