import { boundaryProblem } from "./boundary-problem"
import type { Boundary } from "./geometry"
import { importedFacts, ImportedFacts, LONGEST_NAME } from "./imported-facts"

/** A GeoJSON feature as it comes out of somebody's file. */
export type ImportedFeature = {
  geometry: { type: string; coordinates?: unknown } | null
  properties: Record<string, unknown> | null
}

export type ImportPlan = {
  create: ({ name: string; boundary: Boundary | null } & ImportedFacts)[]
  update: ({ id: string; boundary: Boundary | null } & ImportedFacts)[]
  skipped: { index: number; name: string | null; reason: string }[]
}

/**
 * Sorts the features of a file into new districts, changes of districts that
 * exist by that name, and what cannot be used, with the reason. What our own
 * export wrote comes back as it was, districts without a boundary included.
 *
 * @param nameProperty - the feature property that holds the name
 * @param existing - districts by name
 */
export function planImport(
  features: readonly ImportedFeature[],
  nameProperty: string,
  existing: ReadonlyMap<string, string>
): ImportPlan {
  const plan: ImportPlan = { create: [], update: [], skipped: [] }
  const seen = new Set<string>()
  features.forEach(({ geometry, properties }, index) => {
    const value = properties?.[nameProperty]
    const name = typeof value === "string" ? value.trim() : ""
    const skip = (reason: string) =>
      plan.skipped.push({ index, name: name || null, reason })
    if (!name) {
      return skip(`has no text in property "${nameProperty}"`)
    }
    if (name.length > LONGEST_NAME) {
      return skip(`has a name of more than ${LONGEST_NAME} letters`)
    }
    if (seen.has(name)) {
      return skip("has the name of an earlier feature")
    }
    const facts = importedFacts(properties)
    const isUndrawn = !geometry && (facts.aliases || facts.postal_codes)
    if (!isUndrawn && !isBoundary(geometry)) {
      return skip(
        `is a ${geometry?.type ?? "feature without geometry"}, not a Polygon or MultiPolygon`
      )
    }
    const boundary = isBoundary(geometry) ? geometry : null
    const problem = boundary && boundaryProblem(boundary)
    if (problem) {
      return skip(problem)
    }
    seen.add(name)
    const id = existing.get(name)
    if (id) {
      return plan.update.push({ id, boundary, ...facts })
    }
    return plan.create.push({ name, boundary, ...facts })
  })
  return plan
}

function isBoundary(
  geometry: ImportedFeature["geometry"]
): geometry is Boundary {
  const depth =
    geometry?.type === "Polygon" ? 3 : geometry?.type === "MultiPolygon" ? 4 : 0
  return depth > 0 && isNumbersOfDepth(geometry?.coordinates, depth)
}

function isNumbersOfDepth(value: unknown, depth: number): boolean {
  if (depth === 0) {
    return typeof value === "number" && Number.isFinite(value)
  }
  return (
    Array.isArray(value) &&
    value.every((part) => isNumbersOfDepth(part, depth - 1))
  )
}
