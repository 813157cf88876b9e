import { parsePoint } from "../parse-point"

describe("parsePoint", () => {
  it.each([
    ["37.7601, -122.4195", { lat: 37.7601, lng: -122.4195 }],
    [" 10.77  106.70 ", { lat: 10.77, lng: 106.7 }],
    ["-33;151", { lat: -33, lng: 151 }],
    ["-122.4195, 37.7601", null],
    ["10, 181", null],
    ["37.7601", null],
    ["37.7601, somewhere", null],
    ["37.7601, -122.4195, 3", null],
    ["", null],
  ])("reads %j as %j", (text, point) => {
    expect(parsePoint(text)).toEqual(point)
  })
})
