import type { FailureReason } from "./route-status"

/** What a driver does on the way. */
export type DriverAction =
  | { kind: "start" }
  | { kind: "arrived"; stop_id: string }
  | {
      kind: "delivered"
      stop_id: string
      /** Major units that the customer handed over; null when nothing was to be paid. */
      cash: { tendered: number; short_confirmed: boolean } | null
    }
  | {
      kind: "failed"
      stop_id: string
      reason: FailureReason
      note: string | null
    }
  /** Takes an arrival or a failure back. */
  | { kind: "reopen"; stop_id: string }

export type DriverActionKind = DriverAction["kind"]

/** Tells two actions with one key apart: the same text means the same action. */
export function fingerprintOf(action: DriverAction): string {
  switch (action.kind) {
    case "start":
      return "start"
    case "delivered":
      return `delivered:${action.stop_id}:${action.cash?.tendered ?? "-"}`
    case "failed":
      return `failed:${action.stop_id}:${action.reason}`
    default:
      return `${action.kind}:${action.stop_id}`
  }
}
