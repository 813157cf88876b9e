import { DEMO_CUSTOMER } from "../demo-people"
import { randomFor } from "../random/random"
import { addressIn, type DemoAddress } from "./address"
import { drawHabit, type Habit } from "./habits"
import { FIRST_NAMES, LAST_NAMES } from "./names"
import { PEOPLE_OF_HUNDRED } from "./streets"

export const CUSTOMER_COUNT = 400

export type DemoCustomer = {
  first_name: string
  last_name: string
  email: string
  phone: string
  /** False for who only ever ordered as a guest. */
  has_account: boolean
  /** Name of the drawn district the address lies in. */
  district: string
  address: DemoAddress
  habit: Habit
  /** How many days ago the customer came to the shop. */
  days_known: number
}

/** Longer than the history is, so that most were customers before it begins. */
const LONGEST_DAYS_KNOWN = 380
const NEWCOMERS = 0.3
const NEWCOMER_DAYS = 110
const GUESTS = 0.3

/** The customers of the demo, always the same ones; the first has a log-in. */
export function drawCustomers(): DemoCustomer[] {
  const taken = new Set<string>([DEMO_CUSTOMER.email])
  return Array.from({ length: CUSTOMER_COUNT }, (_, index) =>
    index === 0 ? demoCustomer() : drawCustomer(index, taken)
  )
}

/** Who logs in to the storefront has a past there. */
function demoCustomer(): DemoCustomer {
  const { first_name, last_name, email, phone } = DEMO_CUSTOMER
  return {
    first_name,
    last_name,
    email,
    phone,
    has_account: true,
    district: "Mission and Castro",
    address: {
      address_1: "1 Demo Street",
      address_2: null,
      city: "San Francisco",
      province: "CA",
      postal_code: "94110",
      country_code: "us",
      metadata: { lat: 37.7599, lng: -122.4148 },
    },
    habit: {
      kind: "regular",
      trades: ["Bakery", "Wine and beer"],
      weekday: 5,
      interval: 7,
      cash: false,
    },
    days_known: LONGEST_DAYS_KNOWN,
  }
}

function drawCustomer(index: number, taken: Set<string>): DemoCustomer {
  const random = randomFor("customer", index)
  const first_name = random.pick(FIRST_NAMES)
  const last_name = random.pick(LAST_NAMES)
  const habit = drawHabit(random)
  const district = random.weighted(PEOPLE_OF_HUNDRED)
  const rarely = habit.kind === "once" || habit.kind === "occasional"
  return {
    first_name,
    last_name,
    email: freeEmail(first_name, last_name, taken),
    phone: `+1415555${String(1000 + index)}`,
    has_account: !(rarely && random.chance(GUESTS)),
    district,
    address: addressIn(district, random),
    habit,
    days_known:
      habit.kind !== "lapsed" && random.chance(NEWCOMERS)
        ? random.int(1, NEWCOMER_DAYS)
        : random.int(NEWCOMER_DAYS, LONGEST_DAYS_KNOWN),
  }
}

/** Two of one name get two addresses; `example.com` reaches nobody. */
function freeEmail(first: string, last: string, taken: Set<string>): string {
  const base = `${plain(first)}.${plain(last)}`
  let email = `${base}@example.com`
  for (let number = 2; taken.has(email); number++) {
    email = `${base}${number}@example.com`
  }
  taken.add(email)
  return email
}

/** Letters of e-mail addresses: no accents, hyphens or apostrophes. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "")
}
