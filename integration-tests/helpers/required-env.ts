/**
 * A setting that `npm test` hands to the suites.
 *
 * @throws Error that says how to run the suite when it was started without
 */
export function requiredEnv(name: string): string {
  const value = process.env[name]
  if (!value) {
    throw new Error(
      `${name} is not set: run this suite with "npm test -- <path>", which starts what it needs`
    )
  }
  return value
}
