import { countryOf } from "../country-of"

const nowhere = () => null
const cloudflare = { countryHeader: "cf-ipcountry", locate: nowhere }

describe("countryOf", () => {
  it("believes the header of the shop's proxy, and no other", () => {
    expect(countryOf({ "cf-ipcountry": "de" }, cloudflare)).toBe("DE")
    expect(countryOf({ "x-vercel-ip-country": "DE" }, cloudflare)).toBe(null)
    expect(countryOf({ "cf-ipcountry": "DE" }, { locate: nowhere })).toBe(null)
  })

  it("knows the part of a country where the proxy says it", () => {
    const vercel = { countryHeader: "x-vercel-ip-country", locate: nowhere }
    expect(
      countryOf(
        { "x-vercel-ip-country": "US", "x-vercel-ip-country-region": "CA" },
        vercel
      )
    ).toBe("US-CA")
    expect(
      countryOf(
        { "x-own": "US", "cf-region-code": "CA" },
        {
          countryHeader: "x-own",
          locate: nowhere,
        }
      )
    ).toBe("US")
  })

  it.each(["", "XX", "T1", "Germany", "D<"])("makes nothing of %p", (value) => {
    expect(countryOf({ "cf-ipcountry": value }, cloudflare)).toBe(null)
  })

  it("asks the database of addresses only where no proxy says it", () => {
    const locate = jest.fn(() => ({ country: "FR", region: "IDF" }))
    expect(countryOf({}, { ...cloudflare, locate })).toBe("FR-IDF")
    expect(countryOf({ "cf-ipcountry": "DE" }, { ...cloudflare, locate })).toBe(
      "DE"
    )
    expect(locate).toHaveBeenCalledTimes(1)
  })
})
