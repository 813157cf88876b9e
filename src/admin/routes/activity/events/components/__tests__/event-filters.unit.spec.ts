import {
  isFiltered,
  readFilters,
  toEventsQuery,
  writeFilters,
} from "../event-filters"

const read = (query: string) => readFilters(new URLSearchParams(query))

describe("the filters of the list of events", () => {
  it("are what the URL says, as far as it makes sense", () => {
    const filters = read("event= Cart%20Viewed &visitor=v1&from=2026-02-30&x=y")
    expect(filters).toEqual({
      event: "Cart Viewed",
      visitor: "v1",
      customer: "",
      from: "",
      to: "",
    })
    expect(isFiltered(filters)).toBe(true)
    expect(isFiltered(read("x=y&from=soon"))).toBe(false)
  })

  it("change in the URL one by one", () => {
    const params = new URLSearchParams("event=A&visitor=v1&other=1")
    expect(
      writeFilters(params, { event: " ", customer: "cus_1" }).toString()
    ).toBe("visitor=v1&other=1&customer=cus_1")
    expect(params.get("event")).toBe("A")
  })

  it("ask for whole days of the shop, also when the clock changes", () => {
    // Berlin: summer time began on March 29, 2026.
    const filters = read("from=2026-03-29&to=2026-03-29&customer=cus_1")
    expect(toEventsQuery(filters, "Europe/Berlin")).toEqual({
      customer_id: "cus_1",
      from: "2026-03-28T23:00:00.000Z",
      to: "2026-03-29T22:00:00.000Z",
    })
  })

  it("wait for the shop's zone only when days are meant", () => {
    expect(toEventsQuery(read("from=2026-03-29"), undefined)).toBeNull()
    expect(toEventsQuery(read("visitor=v1"), undefined)).toEqual({
      anonymous_id: "v1",
    })
  })
})
