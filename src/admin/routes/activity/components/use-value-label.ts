import { useCornerstoreTranslation } from "../../../i18n/use-cornerstore-translation"

/** What the server writes where there is no name. */
const WORDS = new Map([
  ["(direct) / (none)", "direct"],
  ["(unknown)", "unknown"],
  ["(hidden)", "hidden"],
])

/** Values that are ours, not somebody's words, by the list they stand in. */
const OWN: Record<string, ReadonlySet<string> | undefined> = {
  devices: new Set(["desktop", "mobile", "tablet", "other", "unknown"]),
  events: new Set(["page", "screen", "identify", "group", "alias"]),
}

/**
 * A value in the viewer's words, where it is not somebody's own name.
 *
 * @param list - the values stand in
 */
export function useValueLabel(list: string): (value: string) => string {
  const { t } = useCornerstoreTranslation()
  return (value) => {
    const word = WORDS.get(value) ?? (OWN[list]?.has(value) ? value : undefined)
    return word ? t(`activity.overview.values.${word}`) : value
  }
}
