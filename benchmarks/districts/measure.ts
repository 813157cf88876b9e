import { writeFile } from "node:fs/promises"

import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import {
  prepareBoundary,
  type PreparedBoundary,
  preparedContains,
} from "../../src/modules/delivery/domain/geometry"
import type { AddressFacts } from "../../src/modules/delivery/domain/resolve-district"
import { percentile } from "../lib/stats"
import { type MadeDistrict, makeCity, seededRandom, somewhere } from "./city"
import type { DistrictsPlan, DistrictsResult, Times } from "./plan"

const DELIVERY = "delivery"
const BATCH = 100
const SEED = 7

/** A district as a scan needs it. */
type Ranked = { name: string; area: PreparedBoundary }

/** The part of the delivery service that is measured. */
type Delivery = {
  createDeliveryDistricts(districts: MadeDistrict[]): Promise<unknown>
  resolveDistrict(address: AddressFacts): Promise<{ name: string } | null>
  forgetDistricts(): void
}

const planSchema = z.object({
  districts: z.number(),
  corners: z.number(),
  lookups: z.number(),
  rounds: z.number(),
  slow: z.number(),
}) satisfies z.ZodType<DistrictsPlan>

/** `medusa exec`: makes districts, then looks places up. Arguments: file of the result, plan as JSON. */
export default async function measure({
  container,
  args,
}: ExecArgs): Promise<void> {
  const [file = "districts.json", text = "{}"] = args
  const plan = planSchema.parse(JSON.parse(text))
  const delivery = container.resolve<Delivery>(DELIVERY)
  const random = seededRandom(SEED)
  const city = makeCity(plan.districts, plan.corners, random)
  for (let from = 0; from < city.length; from += BATCH) {
    await delivery.createDeliveryDistricts(city.slice(from, from + BATCH))
  }
  delivery.forgetDistricts()

  const points = Array.from({ length: plan.lookups }, () =>
    somewhere(plan.districts, random)
  )
  const started = performance.now()
  const answers = await namesAt(delivery, points)
  const first_seconds = (performance.now() - started) / 1_000
  const plain = ranked(city)
  const agreeing = compare(plain, points, answers)

  const byPoint = (i: number) => delivery.resolveDistrict(at(points, i))
  const rounds: Times[] = []
  for (let round = 0; round < plan.rounds; round++) {
    rounds.push(await time(plan.lookups, byPoint))
  }
  const sql = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result: DistrictsResult = {
    rounds,
    agreeing,
    first_seconds,
    byCode: await time(plan.lookups, (i) =>
      delivery.resolveDistrict({ postal_code: codeOf(city, i) })
    ),
    byName: await time(plan.lookups, (i) =>
      delivery.resolveDistrict({ city: at(city, i * 7).aliases[0] })
    ),
    asking: await time(plan.slow, (i) => {
      delivery.forgetDistricts()
      return byPoint(i)
    }),
    plainScan: await time(plan.slow, (i) =>
      Promise.resolve(scan(plain, at(points, i)))
    ),
    select1: await time(plan.slow, () => sql.raw("select 1")),
  }
  await writeFile(file, JSON.stringify(result))
}

const at = <T>(list: readonly T[], index: number): T =>
  list[index % list.length]

const codeOf = (city: readonly MadeDistrict[], i: number): string =>
  at(at(city, i * 7).postal_codes, i)

async function namesAt(
  delivery: Delivery,
  points: readonly AddressFacts[]
): Promise<(string | null)[]> {
  const names: (string | null)[] = []
  for (const point of points) {
    names.push((await delivery.resolveDistrict(point))?.name ?? null)
  }
  return names
}

/** Milliseconds of each call, one after the other. */
async function time(
  count: number,
  call: (index: number) => Promise<unknown>
): Promise<Times> {
  const each: number[] = []
  for (let i = 0; i < count; i++) {
    const started = performance.now()
    await call(i)
    each.push(performance.now() - started)
  }
  return {
    p50: percentile(each, 0.5),
    p99: percentile(each, 0.99),
    max: each.reduce((most, ms) => Math.max(most, ms), 0),
  }
}

/** In order of precedence, as the shop reads them. */
const ranked = (city: readonly MadeDistrict[]): Ranked[] =>
  [...city]
    .sort((a, b) => a.priority - b.priority || a.name.localeCompare(b.name))
    .map(({ name, boundary }) => ({ name, area: prepareBoundary(boundary) }))

/** The first district around a place, without boxes: every boundary is walked along. */
function scan(
  districts: readonly Ranked[],
  { lat, lng }: { lat: number; lng: number }
): string | null {
  return (
    districts.find(({ area }) => preparedContains(area, lng, lat))?.name ?? null
  )
}

/** How many of the first thousand answers a plain scan gives, too. */
function compare(
  plain: readonly Ranked[],
  points: readonly { lat: number; lng: number }[],
  answers: readonly (string | null)[]
): { compared: number; equal: number; inside: number } {
  const compared = points.slice(0, 1_000)
  return {
    compared: compared.length,
    equal: compared.filter((point, i) => scan(plain, point) === answers[i])
      .length,
    inside: answers.slice(0, compared.length).filter(Boolean).length,
  }
}
