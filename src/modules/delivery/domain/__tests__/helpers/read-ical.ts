/**
 * A reader of RFC 5545, written from the grammar and sharing nothing with the
 * writer: bytes in, lines unfolded as bytes, content lines by their characters.
 */

export type Property = {
  name: string
  params: Record<string, string[]>
  /** As it stands in the file. */
  raw: string
}

export type Component = {
  name: string
  properties: Property[]
  components: Component[]
}

const CR = 0x0d
const LF = 0x0a

/** The lines of a file without their ends; each must end with CRLF, and no CR or LF may stand alone. */
export function physicalLines(file: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let start = 0
  for (let at = 0; at < file.length; at++) {
    if (file[at] === LF) {
      throw new Error(`LF without CR at ${at}`)
    }
    if (file[at] === CR) {
      if (file[at + 1] !== LF) {
        throw new Error(`CR without LF at ${at}`)
      }
      lines.push(file.subarray(start, at))
      at++
      start = at + 1
    }
  }
  if (start !== file.length) {
    throw new Error("The last line has no end")
  }
  return lines
}

/** Joins lines that begin with a space or a tab to the one before. */
export function unfold(lines: Buffer[]): Buffer[] {
  const whole: Buffer[][] = []
  for (const line of lines) {
    if (line[0] === 0x20 || line[0] === 0x09) {
      const last = whole[whole.length - 1]
      if (!last) {
        throw new Error("The first line is a continuation")
      }
      last.push(line.subarray(1))
    } else {
      whole.push([line])
    }
  }
  return whole.map((parts) => Buffer.concat(parts))
}

/** `name *(";" param) ":" value`; quotes hide `;`, `:` and `,`. */
function contentLine(line: string): Property {
  let at = 0
  const until = (stops: string): string => {
    let taken = ""
    let quoted = false
    while (at < line.length && (quoted || !stops.includes(line[at]))) {
      if (line[at] === '"') {
        quoted = !quoted
      } else {
        taken += line[at]
      }
      at++
    }
    return taken
  }
  const name = until(";:")
  if (!/^[A-Z0-9-]+$/.test(name)) {
    throw new Error(`No property name in: ${line}`)
  }
  const params: Record<string, string[]> = {}
  while (line[at] === ";") {
    at++
    const param = until("=")
    const values: string[] = []
    do {
      at++
      values.push(until(",;:"))
    } while (line[at] === ",")
    params[param] = values
  }
  if (line[at] !== ":") {
    throw new Error(`No colon in: ${line}`)
  }
  return { name, params, raw: line.slice(at + 1) }
}

/** Reads a file with one calendar in it. @throws Error at the first thing the RFC does not allow */
export function readCalendarFile(file: string): Component {
  const root: Component = { name: "", properties: [], components: [] }
  const open = [root]
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
  for (const bytes of unfold(physicalLines(Buffer.from(file, "utf8")))) {
    const property = contentLine(decoder.decode(bytes))
    const current = open[open.length - 1]
    if (property.name === "BEGIN") {
      const component = { name: property.raw, properties: [], components: [] }
      current.components.push(component)
      open.push(component)
    } else if (property.name === "END") {
      if (open.length < 2 || current.name !== property.raw) {
        throw new Error(`END:${property.raw} within ${current.name}`)
      }
      open.pop()
    } else {
      current.properties.push(property)
    }
  }
  const [calendar] = root.components
  if (open.length !== 1 || root.components.length !== 1) {
    throw new Error("The file is not one whole calendar")
  }
  return calendar
}

/** The values of a text property that may have several. */
export function texts(raw: string): string[] {
  const values = [""]
  for (let at = 0; at < raw.length; at++) {
    if (raw[at] === ",") {
      values.push("")
      continue
    }
    if (raw[at] === ";") {
      throw new Error(`Bare semicolon in: ${raw}`)
    }
    let character = raw[at]
    if (character === "\\") {
      at++
      const meant = { "\\": "\\", ";": ";", ",": ",", n: "\n", N: "\n" }[
        raw[at]
      ]
      if (meant === undefined) {
        throw new Error(`Unknown escape \\${raw[at]} in: ${raw}`)
      }
      character = meant
    }
    values[values.length - 1] += character
  }
  return values
}

/** The one text of a property; undefined when there is none. */
export function textOf(component: Component, name: string): string | undefined {
  const found = component.properties.filter((each) => each.name === name)
  if (found.length > 1) {
    throw new Error(`${name} stands more than once`)
  }
  return found[0] && texts(found[0].raw).join(",")
}

/** A date-time in UTC (form 2). */
export function instantOf(component: Component, name: string): Date {
  const value = textOf(component, name) ?? ""
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value)
  if (!parts) {
    throw new Error(`${name} is no instant: ${value}`)
  }
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number)
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}
