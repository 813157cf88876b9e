/**
 * A failure of set-up whose cause and remedy are known: the message is one
 * clear sentence that says what to do, so callers print it without a stack.
 */
export class SetupError extends Error {
  override name = "SetupError"
}

/** True when an error of Node or a message of a child says the disk is full. */
export function isDiskFull(error: unknown): boolean {
  return (
    errorCode(error) === "ENOSPC" ||
    /ENOSPC|no space left on device|could not extend file.*: wrote only/i.test(
      String(error instanceof Error ? error.message : error)
    )
  )
}

/** Node's error code (`ENOENT`, `EACCES`), or undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  return typeof error === "object" && error !== null && "code" in error
    ? String(error.code)
    : undefined
}
