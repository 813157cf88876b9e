import fc from "fast-check"

import { changeVisits } from "../change-visits"
import { foldVisits, isVisitEvent, LATE_MS, PAUSE_MS } from "../fold-visits"
import { isBounce, StoredVisit } from "../visit"
import { visitFacts } from "../visit-facts"
import { sumDeltas } from "../../facts/kinds"
import { anyEvents, NOON, seen, VisitorEvent } from "./events"

const shapes = (events: VisitorEvent[]) =>
  foldVisits([], events).map(
    ({ started_at, ended_at, pages, events, entry_path, exit_path }) => ({
      minutes: [started_at, ended_at].map(
        (at) => (at.getTime() - NOON) / 60_000
      ),
      pages,
      events,
      entry_path,
      exit_path,
    })
  )

describe("foldVisits", () => {
  it("ends a visit with a pause of more than half an hour", () => {
    expect(
      shapes([
        seen(0, { path: "/" }),
        seen(30, { path: "/cakes" }),
        seen(30, { type: "track", name: "Product Added" }),
        seen(60.1, { path: "/cart" }),
      ])
    ).toEqual([
      {
        minutes: [0, 30],
        pages: 2,
        events: 3,
        entry_path: "/",
        exit_path: "/cakes",
      },
      {
        minutes: [60.1, 60.1],
        pages: 1,
        events: 1,
        entry_path: "/cart",
        exit_path: "/cart",
      },
    ])
  })

  it("goes on while a page is looked at, as far as the client says", () => {
    const left = (minutes: number, dwell_seconds: string | null) =>
      seen(minutes, {
        type: "track",
        name: "Page Dwell Recorded",
        dwell_seconds,
      })
    const counts = (events: VisitorEvent[]) =>
      shapes(events).map((visit) => [visit.minutes, visit.pages])
    expect(counts([seen(0), left(100, "5900.5")])).toEqual([[[0, 100], 1]])
    // Looked at again after an hour: another visit, which opened no page.
    expect(counts([seen(0), left(60, "20")])).toHaveLength(2)
    expect(counts([seen(0), left(60, "nonsense")])).toHaveLength(2)
    expect(counts([seen(0), left(600, "36000")])).toHaveLength(2)
    // What is looked at before another campaign stays with its own visit.
    expect(
      counts([seen(0), left(40, "2400"), seen(41, { utm_source: "ads" })])
    ).toEqual([
      [[0, 40], 1],
      [[41, 41], 1],
    ])
  })

  it("begins another when a page is opened by another campaign", () => {
    const visits = foldVisits(
      [],
      [
        seen(0, { utm_source: "newsletter" }),
        seen(1),
        seen(2, { utm_source: "newsletter" }),
        // Not a page: it happens on the one that was opened before.
        seen(3, { type: "track", name: "Product Added", utm_source: "ads" }),
        seen(4, { utm_source: "ads" }),
        seen(4.1, { utm_source: "other" }),
      ]
    )
    expect(visits.map(({ source, events }) => [source, events])).toEqual([
      ["newsletter", 4],
      // The third opened within half a minute: no visit of its own.
      ["ads", 2],
    ])
  })

  it("says where a visit came from by the first page, whatever was told before", () => {
    const [visit] = foldVisits(
      [],
      [
        seen(0, { type: "track", name: "Consent Given" }),
        seen(0.01, { utm_source: "newsletter", path: "/cakes" }),
      ]
    )
    expect(visit).toMatchObject({
      source: "newsletter",
      entry_path: "/cakes",
      events: 2,
    })
  })

  it("closes a gap between two visits with an event that comes late", () => {
    const first = changeVisits([], [seen(0), seen(50)])
    expect(first.written).toHaveLength(2)
    const stored = store(first.written)
    const { removed, written, facts } = changeVisits(stored, [seen(25)])
    expect(removed).toHaveLength(2)
    expect(written).toMatchObject([{ id: stored[0].id, pages: 3 }])
    expect(facts.filter(({ value }) => value === "count")).toMatchObject([
      { events: -1 },
      { events: -1 },
      { events: 1 },
    ])
  })

  it("does not divide a visit, whatever comes late", () => {
    const stored = store(changeVisits([], [seen(0), seen(20)]).written)
    expect(foldVisits(stored, [seen(10, { utm_source: "ads" })])).toMatchObject(
      [{ id: stored[0].id, pages: 3, source: "(direct)" }]
    )
  })

  it("counts what a visitor's device said within a week", () => {
    const late = (ms: number) => seen(0, { received_at: new Date(NOON + ms) })
    expect(
      [
        seen(0),
        seen(0, { type: "screen" }),
        seen(0, { type: "identify" }),
        seen(0, { is_bot: true }),
        seen(0, { is_from_device: false }),
        { ...seen(0), anonymous_id: null },
        late(LATE_MS),
        late(LATE_MS + 1),
        seen(0, { type: "track", left_after_seconds: "90.5" }),
        seen(0, { type: "track", left_after_seconds: "9000" }),
      ].map((event) => isVisitEvent(event))
    ).toEqual([
      ...[true, true, false, false, false, false],
      ...[true, false, true, false],
    ])
  })

  it("tells a bounce from a page that was read", () => {
    const bounces = [
      [seen(0)],
      [seen(0), seen(0.1, { type: "track", name: "Product Viewed" })],
      [seen(0), seen(1, { type: "track", name: "Page Left" })],
      [seen(0), seen(0.1)],
    ].map((events) => isBounce(foldVisits([], events)[0]))
    expect(bounces).toEqual([true, true, false, false])
  })
})

describe("visits, whatever the portions they are made in,", () => {
  it("are the same as at once, when events come in order", () => {
    fc.assert(
      fc.property(
        anyEvents(
          [null, null, "ads", "newsletter"],
          [null, null, "30", "2400"]
        ),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (events, sizes) => {
          const inOrder = events.sort(byTime)
          const { visits, facts } = inPortions(inOrder, sizes)
          expect(visits).toEqual(atOnce(inOrder))
          expect(facts).toEqual(countsOf(visits))
        }
      )
    )
  })

  it("are the same as at once in any order, where no campaign is named", () => {
    fc.assert(
      fc.property(
        anyEvents([null]),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (events, sizes) => {
          const { visits, facts } = inPortions(events, sizes)
          expect(visits).toEqual(atOnce(events))
          expect(facts).toEqual(countsOf(visits))
        }
      )
    )
  })

  it("hold each event once, do not overlap, and are apart, in any order at all", () => {
    fc.assert(
      fc.property(
        anyEvents([null, "ads", "newsletter"]),
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        (events, sizes) => {
          const { visits, facts } = inPortions(events, sizes)
          expect(facts).toEqual(countsOf(visits))
          expect(sum(visits.map((visit) => visit.events))).toBe(events.length)
          visits.slice(1).forEach((visit, index) => {
            const gap =
              visit.started_at.getTime() - visits[index].ended_at.getTime()
            expect(gap > PAUSE_MS || (gap >= 0 && visit.is_tagged)).toBe(true)
          })
          expect(visits.map(({ is_returning }) => is_returning)).toEqual(
            visits.map((_, index) => index > 0)
          )
          const days = new Set(visits.map(({ day }) => day))
          expect(
            visits.filter(({ is_first_of_day }) => is_first_of_day)
          ).toHaveLength(days.size)
        }
      )
    )
  })
})

const byTime = (a: VisitorEvent, b: VisitorEvent) =>
  a.occurred_at.getTime() - b.occurred_at.getTime()

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)

let ids = 0
function store(visits: ReturnType<typeof foldVisits>): StoredVisit[] {
  return visits.map(({ since: _since, ...visit }) => ({
    ...visit,
    id: visit.id ?? `v${ids++}`,
  }))
}

const withoutId = ({ id: _id, ...visit }: StoredVisit) => visit

function atOnce(events: VisitorEvent[]) {
  return events.length
    ? store(changeVisits([], [...events].sort(byTime)).written).map(withoutId)
    : []
}

/** As the roll-up does it: a portion at a time, on what is stored by then. */
function inPortions(events: VisitorEvent[], sizes: Iterator<number>) {
  let stored: StoredVisit[] = []
  let facts: ReturnType<typeof sumDeltas> = []
  for (let done = 0; done < events.length;) {
    const portion = events.slice(done, done + Number(sizes.next().value))
    done += portion.length
    const around = around30(stored, portion)
    const changes = changeVisits(around, portion)
    const gone = new Set(changes.removed.map(({ id }) => id))
    stored = [
      ...stored.filter(({ id }) => !gone.has(id)),
      ...store(changes.written),
    ].sort((a, b) => a.started_at.getTime() - b.started_at.getTime())
    facts = sumDeltas([...facts, ...changes.facts])
  }
  return { visits: stored.map(withoutId), facts: sorted(facts) }
}

/** What the query of the same meaning finds. */
function around30(stored: StoredVisit[], events: VisitorEvent[]) {
  const days = events.map(({ day }) => day).sort()
  const from = Date.parse(`${days[0]}T00:00:00Z`)
  const to = Date.parse(`${days[days.length - 1]}T24:00:00Z`) + PAUSE_MS
  const before = stored.filter((visit) => visit.started_at.getTime() < from)
  const rest = stored.filter(
    ({ started_at }) =>
      started_at.getTime() >= from && started_at.getTime() <= to
  )
  const after = stored.filter(({ started_at }) => started_at.getTime() > to)
  return [...new Set([...before.slice(-1), ...rest, ...after.slice(0, 1)])]
}

type Facts = ReturnType<typeof sumDeltas>

function countsOf(visits: Omit<StoredVisit, "id">[]): Facts {
  return sorted(sumDeltas(visits.flatMap((visit) => visitFacts(visit, 1))))
}

function sorted(facts: Facts): Facts {
  return facts.sort((a, b) =>
    JSON.stringify(a).localeCompare(JSON.stringify(b))
  )
}
