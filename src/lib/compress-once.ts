import { readFile } from "node:fs/promises"
import { promisify } from "node:util"
import { gzip } from "node:zlib"

const toGzip = promisify(gzip)
const compressed = new Map<string, Promise<Buffer>>()

/**
 * Hashed names never change their content, so each is compressed once.
 *
 * @param file - absolute path
 */
export function compressOnce(file: string): Promise<Buffer> {
  const known = compressed.get(file)
  if (known) {
    return known
  }
  const result = readFile(file).then((content) => toGzip(content))
  // A failed read is told to the caller and tried again by the next one.
  result.catch(() => compressed.delete(file))
  compressed.set(file, result)
  return result
}
