/**
 * Reading errors of Node inside a suite. Jest gives every suite globals of its
 * own, so `instanceof Error` says no to what Node itself throws.
 */

/** Node's error code (`ESRCH`, `ECONNREFUSED`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return field(error, "code")
}

/** The error's class by name (`TypeError`, `TimeoutError`), or "". */
export function errorName(error: unknown): string {
  return field(error, "name") ?? ""
}

function field(error: unknown, name: "code" | "name"): string | undefined {
  const value: unknown =
    typeof error === "object" && error !== null
      ? Reflect.get(error, name)
      : undefined
  return typeof value === "string" ? value : undefined
}
