export { MissingSlot } from "./missing-slot"
export { SlotActions } from "./slot-actions"
