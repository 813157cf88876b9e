/** What a process of its own says, and to whom. */
export type ProcessLogger = {
  info(message: string): void
  warn(message: string): void
  error(message: string): void
}

/** A line each: `2026-01-31T12:00:00.000Z warn: text`. */
export const processLogger: ProcessLogger = {
  info: (message) => write(process.stdout, "info", message),
  warn: (message) => write(process.stderr, "warn", message),
  error: (message) => write(process.stderr, "error", message),
}

function write(
  stream: NodeJS.WritableStream,
  level: string,
  message: string
): void {
  stream.write(`${new Date().toISOString()} ${level}: ${message}\n`)
}
