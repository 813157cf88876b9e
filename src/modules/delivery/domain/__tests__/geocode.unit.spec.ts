import { geocodeQuestion, isExact, questionKey, questionText } from "../geocode"

const ADDRESS = {
  address_1: " 12  Lê Lợi ",
  city: "Hồ Chí Minh",
  postal_code: "700000",
  country_code: "VN",
}

describe("the question to a geocoder", () => {
  it("is the address in one line, with its country or the shop's", () => {
    const question = geocodeQuestion(ADDRESS, "us")
    expect(question).toEqual({
      address_1: "12 Lê Lợi",
      city: "Hồ Chí Minh",
      postal_code: "700000",
      country_code: "vn",
    })
    expect(question && questionText(question)).toBe(
      "12 Lê Lợi, 700000 Hồ Chí Minh"
    )
    expect(
      geocodeQuestion({ ...ADDRESS, country_code: null }, "US")?.country_code
    ).toBe("us")
    expect(
      geocodeQuestion({ ...ADDRESS, country_code: undefined }, null)
        ?.country_code
    ).toBeNull()
  })

  it.each([
    [{ city: "Hanoi", postal_code: "100000" }],
    [{ address_1: "12 Lê Lợi" }],
    [{ address_1: "  ", city: "Hanoi" }],
    [{}],
  ])(
    "is not asked about %j, which would be the middle of something",
    (address) => {
      expect(geocodeQuestion(address, "us")).toBeNull()
    }
  )

  it("is the same however the address is typed, and another for another address", () => {
    const key = (address: object) => {
      const question = geocodeQuestion({ ...ADDRESS, ...address }, null)
      return question && questionKey(question)
    }
    expect(key({ address_1: "12 le loi" })).toBe(key({}))
    expect(key({ city: "HO-CHI-MINH" })).toBe(key({}))
    expect(key({ address_1: "13 Lê Lợi" })).not.toBe(key({}))
    // What moves from one field to the next is another address.
    expect(key({ city: "a b", postal_code: "c" })).not.toBe(
      key({ city: "b", postal_code: "c a" })
    )
  })
})

describe("a geocoder's answer", () => {
  const house = {
    point: { lat: 10.77, lng: 106.7 },
    extent: 0,
    matches: true,
    label: null,
  }

  it("counts like coordinates when it is a house and the one that was asked for", () => {
    expect(isExact(house)).toBe(true)
    expect(isExact({ ...house, extent: 250 })).toBe(true)
    expect(isExact({ ...house, extent: 5_000 })).toBe(false)
    expect(isExact({ ...house, matches: false })).toBe(false)
  })
})
