import { drawCustomers } from "../customers/draw-customers"
import { PEOPLE_OF_HUNDRED, STREETS } from "../customers/streets"
import { DEMO_CUSTOMER } from "../demo-people"
import { readDistricts } from "../districts"
import { contains, type Point } from "./contains"

describe("customers of the demo shop", () => {
  const customers = drawCustomers()
  const districts = readDistricts({}).features.map(
    ({ properties, geometry }) => ({
      name: properties.name,
      priority: properties.priority ?? 100,
      postalCodes: properties.postal_codes ?? [],
      ring: (geometry.coordinates as Point[][])[0],
    })
  )

  it("are four hundred, and the same each time", () => {
    expect(customers).toHaveLength(400)
    expect(drawCustomers()).toEqual(customers)
  })

  it("begin with the one who has a log-in", () => {
    expect(customers[0]).toMatchObject({
      email: DEMO_CUSTOMER.email,
      has_account: true,
    })
  })

  it("have mail addresses of their own that reach nobody", () => {
    const emails = customers.map(({ email }) => email)
    expect(new Set(emails).size).toBe(400)
    for (const email of emails) {
      expect(email).toMatch(/^[a-z]+(\.[a-z]+\d*)?@example\.com$/)
    }
  })

  it("live in their district, by place and by postcode", () => {
    for (const { district, address } of customers) {
      const { lat, lng } = address.metadata
      const first = districts
        .filter(({ ring }) => contains(ring, [lng, lat]))
        .sort((a, b) => a.priority - b.priority)[0]
      expect(`${address.address_1}: ${first?.name}`).toBe(
        `${address.address_1}: ${district}`
      )
      expect(first.postalCodes).toContain(address.postal_code)
    }
  })

  it("live in every district, on many streets", () => {
    expect(new Set(customers.map(({ district }) => district))).toEqual(
      new Set(districts.map(({ name }) => name))
    )
    expect(PEOPLE_OF_HUNDRED.reduce((sum, [, share]) => sum + share, 0)).toBe(
      100
    )
    expect(STREETS.length).toBeGreaterThan(40)
  })

  it("mostly have an account and mostly come again", () => {
    const share = (count: number) => count / customers.length
    const accounts = customers.filter(({ has_account }) => has_account).length
    expect(share(accounts)).toBeGreaterThan(0.75)
    expect(share(accounts)).toBeLessThan(1)
    const once = customers.filter(({ habit }) => habit.kind === "once").length
    expect(share(once)).toBeGreaterThan(0.04)
    expect(share(once)).toBeLessThan(0.25)
  })
})
