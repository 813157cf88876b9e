import { sqlState } from "../queries/errors"
import { UnreadableRecord } from "./record"

/**
 * True when no later try can succeed either: the entry is none of ours, or the
 * store forbids what it says (class 23). Malformed data does not come here, the
 * store leaves such events out by itself; everything else may pass: a store that
 * is away, full, locked or not migrated yet.
 */
export function isHopeless(error: unknown): boolean {
  return error instanceof UnreadableRecord || /^23/.test(sqlState(error) ?? "")
}
