import { ExceptionRule } from "../../modules/delivery/domain/exceptions"
import { LocalDate } from "../../modules/delivery/domain/local-time"
import { WindowRule } from "../../modules/delivery/domain/slots"
import DeliveryModuleService from "../../modules/delivery/service"

const PAGE = 500

/** The windows that make slots now: active, of an active district. */
export async function activeWindowRules(
  delivery: DeliveryModuleService,
  districtId?: string
): Promise<WindowRule[]> {
  const windows = await everyPage((page) =>
    delivery.listDeliveryWindows(
      {
        is_active: true,
        district: {
          is_active: true,
          ...(districtId ? { id: districtId } : {}),
        },
      },
      page
    )
  )
  return windows.map((window) => ({
    ...window,
    price: Number(window.price),
    minimum_order: amountOrNull(window.minimum_order),
    free_over: amountOrNull(window.free_over),
  }))
}

/**
 * The exceptions that say something about these days, of every district or of
 * one; extra windows only of active districts.
 */
export async function exceptionRules(
  delivery: DeliveryModuleService,
  days: { from: LocalDate; to: LocalDate },
  districtId?: string
): Promise<ExceptionRule[]> {
  const exceptions = await everyPage((page) =>
    delivery.listDeliveryExceptions(
      {
        starts_on: { $lte: days.to },
        $or: [{ ends_on: { $gte: days.from } }, { repeats_yearly: true }],
      },
      page
    )
  )
  const rules = exceptions
    .map((exception) => ({
      ...exception,
      price: amountOrNull(exception.price),
    }))
    .filter(
      ({ district_id }) =>
        !districtId || district_id === null || district_id === districtId
    )
  const active = await activeDistricts(
    delivery,
    rules.flatMap(({ kind, district_id }) =>
      kind === "extra" && district_id !== null ? district_id : []
    )
  )
  return rules.filter(
    ({ kind, district_id }) => kind !== "extra" || active.has(district_id)
  )
}

async function activeDistricts(
  delivery: DeliveryModuleService,
  ids: string[]
): Promise<Set<string | null>> {
  const districts = ids.length
    ? await everyPage((page) =>
        delivery.listDeliveryDistricts(
          { id: [...new Set(ids)], is_active: true },
          { ...page, select: ["id"] }
        )
      )
    : []
  return new Set(districts.map(({ id }) => id))
}

type Page = { take: number; skip: number; order: { id: "ASC" } }

async function everyPage<T>(list: (page: Page) => Promise<T[]>): Promise<T[]> {
  const all: T[] = []
  for (let skip = 0; ; skip += PAGE) {
    const rows = await list({ take: PAGE, skip, order: { id: "ASC" } })
    all.push(...rows)
    if (rows.length < PAGE) {
      return all
    }
  }
}

/** Medusa's amounts are numbers, text or its own BigNumber. */
const amountOrNull = (amount: unknown): number | null =>
  amount === null || amount === undefined ? null : Number(amount)
