export type Point = [number, number]

/** Even-odd rule: how often a ray to the east crosses the ring. */
export function contains(ring: Point[], [x, y]: Point): boolean {
  const crossings = ring.slice(1).filter(([bx, by], index) => {
    const [ax, ay] = ring[index]
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
  })
  return crossings.length % 2 === 1
}
