import { z } from "@medusajs/framework/zod"

/**
 * An object whose keys are read whatever their case, as the vendor's server
 * does. Unknown keys are left out.
 */
export function caseless<Shape extends z.ZodRawShape>(
  shape: Shape
): z.ZodType<z.infer<z.ZodObject<Shape>>> {
  const names = new Map(
    Object.keys(shape).map((name) => [name.toLowerCase(), name])
  )
  const rename = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return value
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const name = names.get(key.toLowerCase())
        return name === undefined ? [] : [[name, inner]]
      })
    )
  }
  return z.preprocess(rename, z.object(shape))
}

/** The same data with keys such as `PreOrderId`. */
export function pascalCase(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(pascalCase)
  }
  if (typeof value !== "object" || value === null || value instanceof Date) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.charAt(0).toUpperCase() + key.slice(1),
      pascalCase(inner),
    ])
  )
}
