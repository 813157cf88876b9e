import { NewEvent } from "../domain/new-event"
import { isPoison } from "../queries/errors"
import { StoredPlaces } from "../queries/store-events"

/** What became of the events of one lot; their numbers add up to its length. */
export type StoreResult = {
  /** New ones that were kept. */
  stored: number
  /** New ones without consent: their number was kept, nothing else. */
  counted: number
  /** Those that had been stored before. */
  duplicates: number
  /** Those that the database cannot hold. */
  refused: NewEvent[]
}

/** Writes events of which no two have the same key, and commits. */
export type Write = (events: readonly NewEvent[]) => Promise<StoredPlaces>

type Fate = "stored" | "counted" | "duplicate" | "refused"
type Entry = { event: NewEvent; lot: number }

/**
 * Stores the events of several lots together and says of each lot what became
 * of its own. Of events with the same key the first is written, the others are
 * its duplicates; only should the database refuse it, another lot's is tried.
 */
export async function storeLots(
  lots: readonly (readonly NewEvent[])[],
  write: Write
): Promise<StoreResult[]> {
  const results = lots.map((): StoreResult => ({
    stored: 0,
    counted: 0,
    duplicates: 0,
    refused: [],
  }))
  let entries = lots.flatMap((events, lot) =>
    events.map((event): Entry => ({ event, lot }))
  )
  while (entries.length) {
    const { first, repeats } = byKey(entries)
    const chosen = [...first.values()]
    const fates = await fatesOf(
      chosen.map(({ event }) => event),
      write
    )
    chosen.forEach((entry, index) => note(results, entry, fates[index]))
    const refused = new Map(
      chosen.flatMap(({ event, lot }, index) =>
        fates[index] === "refused" ? [[keyOf(event), lot] as const] : []
      )
    )
    entries = repeats.filter((entry) => {
      const lot = refused.get(keyOf(entry.event))
      const isAnother = lot !== undefined && lot !== entry.lot
      if (!isAnother) {
        note(results, entry, "duplicate")
      }
      return isAnother
    })
  }
  return results
}

function note(results: StoreResult[], { event, lot }: Entry, fate: Fate): void {
  const result = results[lot]
  switch (fate) {
    case "refused":
      result.refused.push(event)
      break
    case "duplicate":
      result.duplicates++
      break
    default:
      result[fate]++
  }
}

function byKey(entries: readonly Entry[]) {
  const first = new Map<string, Entry>()
  const repeats: Entry[] = []
  for (const entry of entries) {
    const key = keyOf(entry.event)
    if (first.has(key)) {
      repeats.push(entry)
    } else {
      first.set(key, entry)
    }
  }
  return { first, repeats }
}

/** Neither part holds a zero character: Postgres could not store it. */
const keyOf = ({ source_id, message_id }: NewEvent) =>
  `${source_id}\0${message_id}`

/**
 * One event that the database refuses must not keep the others out, nor make
 * its client try for ever: the list is halved until it stands alone.
 */
async function fatesOf(
  events: readonly NewEvent[],
  write: Write
): Promise<Fate[]> {
  try {
    const { stored, counted } = await write(events)
    const fates = events.map((): Fate => "duplicate")
    stored.forEach((place) => (fates[place] = "stored"))
    counted.forEach((place) => (fates[place] = "counted"))
    return fates
  } catch (error) {
    if (!isPoison(error)) {
      throw error
    }
    if (events.length === 1) {
      return ["refused"]
    }
  }
  const middle = Math.ceil(events.length / 2)
  return [
    ...(await fatesOf(events.slice(0, middle), write)),
    ...(await fatesOf(events.slice(middle), write)),
  ]
}
