import { boundsAround, boundsOf, firstBounds } from "../bounds"
import { graticule, graticuleStep } from "../graticule"
import { fittingLabels, labelPoint } from "../label-place"
import { mapStyle, type MapColors } from "../map-style"

const colors: MapColors = {
  background: "#fff",
  grid: "#ccc",
  muted: "#999",
  current: "#00f",
  hole: "#f00",
}

describe("where a map begins", () => {
  it("is the box around what is drawn, without holes", () => {
    expect(
      boundsOf([
        {
          type: "MultiPolygon",
          coordinates: [
            [
              [
                [1, 2],
                [3, 2],
                [3, 5],
                [1, 2],
              ],
            ],
            [
              [
                [-4, 0],
                [-3, 0],
                [-3, 1],
                [-4, 0],
              ],
            ],
          ],
        },
      ])
    ).toEqual([-4, 0, 3, 5])
    expect(boundsOf([])).toBeNull()
  })

  it("is the first that is known, else the world", () => {
    const point = { lat: 10, lng: 106 }
    expect(firstBounds(null, [0, 0, 1, 1], point)).toEqual([0, 0, 1, 1])
    expect(firstBounds(null, undefined, point)).toEqual(boundsAround(point))
    const [west, , east] = firstBounds(null)
    expect(east - west).toBeGreaterThan(300)
  })
})

describe("the lines of a map without a background", () => {
  it.each([
    [[-180, -85, 180, 85] as const, 30],
    [[-122.5, 37.7, -122.3, 37.8] as const, 0.05],
  ])("are few over %j", (bounds, step) => {
    expect(graticuleStep([...bounds])).toBe(step)
    const [feature] = graticule([...bounds]).features
    const lines = feature?.geometry.coordinates.length ?? 0
    expect(lines).toBeGreaterThan(2)
    expect(lines).toBeLessThan(30)
  })
})

describe("the background of a map", () => {
  it("is the owner's style, else the owner's tiles, else paper", () => {
    const style_url = "https://tiles.example/style.json"
    expect(mapStyle({ style_url, tiles: null }, colors)).toBe(style_url)
    expect(mapStyle({ style_url: null, tiles: null }, colors)).toMatchObject({
      sources: {},
      layers: [{ type: "background" }],
    })
  })

  it("shows whom tiles are from as text, not as HTML", () => {
    const style = mapStyle(
      {
        style_url: null,
        tiles: {
          url: "https://tiles.example/{z}/{x}/{y}.png",
          attribution: `© Ann & <img src=x onerror="alert(1)">`,
        },
      },
      colors
    )
    expect(style).toMatchObject({
      sources: {
        tiles: {
          attribution:
            "© Ann &amp; &lt;img src=x onerror=&quot;alert(1)&quot;&gt;",
        },
      },
    })
  })
})

describe("the names of districts", () => {
  it("stand in the middle of the largest polygon, wherever the others are", () => {
    const square = (west: number, size: number) => [
      [west, 0],
      [west + size, 0],
      [west + size, size],
      [west, size],
      [west, 0],
    ]
    const point = labelPoint({
      type: "MultiPolygon",
      coordinates: [[square(-122, 0.1)], [square(-120, 2)]],
    })
    expect(point?.[0]).toBeCloseTo(-119, 6)
    expect(point?.[1]).toBeCloseTo(1, 6)
    const line = [
      [0, 0],
      [1, 1],
      [0, 0],
    ]
    expect(labelPoint({ type: "Polygon", coordinates: [line] })).toBeNull()
  })

  it("do not cover each other: the first has the first choice", () => {
    const label = (name: string, x: number, y: number, room = 100) => ({
      name,
      x,
      y,
      room,
    })
    const labels = [
      label("Express", 100, 100),
      label("Mission", 120, 105),
      label("Sunset", 120, 130),
      label("Tiny", 300, 300, 10),
      label("Marina", 400, 100),
    ]
    expect(fittingLabels(labels, 9).map(({ name }) => name)).toEqual([
      "Express",
      "Sunset",
      "Marina",
    ])
    expect(fittingLabels(labels, 1)).toHaveLength(1)
  })
})
