import type { TFunction } from "i18next"

import type { AdminReaderKey, ReaderScope } from "../../../../../sdk/types"

const SCOPE_KEYS: Record<ReaderScope, string> = {
  "events:read": "events",
  "events:read:identified": "identified",
  "facts:read": "facts",
}

/** What a key may read, in words. */
export function scopesText(
  { scopes }: Pick<AdminReaderKey, "scopes">,
  t: TFunction<"cornerstore">
): string {
  return scopes
    .map((scope) => t(`activityKeys.scopes.${SCOPE_KEYS[scope]}`))
    .join(", ")
}

/** Whose events a key may read: names of sources, or ids where there are none. */
export function sourcesText(
  { source_ids }: Pick<AdminReaderKey, "source_ids">,
  titles: ReadonlyMap<string, string>,
  t: TFunction<"cornerstore">
): string {
  return source_ids
    ? source_ids.map((id) => titles.get(id) ?? id).join(", ")
    : t("activityKeys.allSources")
}
