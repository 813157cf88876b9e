/**
 * Makes a file as MaxMind describes it, small enough for a test:
 * https://maxmind.github.io/MaxMind-DB/ (records of 24 bits, IPv4).
 */

type Value = string | number | readonly Value[] | { [key: string]: Value }

const UTF8 = 2
const UINT32 = 6
const MAP = 7
const ARRAY = 11
const SEPARATOR = Buffer.alloc(16)
const MARKER = Buffer.from("\xab\xcd\xefMaxMind.com", "latin1")

/**
 * The bytes of a file in which networks have places.
 *
 * @param networks - by their first bits, for example `203.0.113.0/24`; none
 * within another
 */
export function geoFile(networks: Record<string, Value>): Buffer {
  const nodes: [number, number][] = [[0, 0]]
  const data: Buffer[] = []
  /** Where a leaf is written: into which record of which node. */
  const leaves: { node: number; bit: 0 | 1; offset: number }[] = []
  let length = 0
  for (const [network, value] of Object.entries(networks)) {
    const bits = bitsOf(network)
    let node = 0
    for (const bit of bits.slice(0, -1)) {
      nodes[node][bit] ||= nodes.push([0, 0]) - 1
      node = nodes[node][bit]
    }
    leaves.push({ node, bit: bits[bits.length - 1], offset: length })
    const encoded = encode(value)
    data.push(encoded)
    length += encoded.length
  }
  const count = nodes.length
  const records = nodes.map(([left, right]) => [left || count, right || count])
  for (const { node, bit, offset } of leaves) {
    records[node][bit] = count + SEPARATOR.length + offset
  }
  const tree = Buffer.alloc(count * 6)
  records.forEach(([left, right], index) => {
    tree.writeUIntBE(left, index * 6, 3)
    tree.writeUIntBE(right, index * 6 + 3, 3)
  })
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_700_000_000,
    database_type: "Test-City",
    description: { en: "Places of a test" },
    ip_version: 4,
    languages: ["en"],
    node_count: count,
    record_size: 24,
  })
  return Buffer.concat([tree, SEPARATOR, ...data, MARKER, metadata])
}

/** A record as the City database has it. */
export const cityRecord = (country: string, region: string, city: string) => ({
  country: { iso_code: country },
  subdivisions: [{ iso_code: region }],
  city: { names: { en: city } },
})

function bitsOf(network: string): (0 | 1)[] {
  const [address, length] = network.split("/")
  const bits = address
    .split(".")
    .flatMap((byte) => [...Number(byte).toString(2).padStart(8, "0")])
  return bits.slice(0, Number(length)).map((bit) => (bit === "1" ? 1 : 0))
}

function encode(value: Value): Buffer {
  if (typeof value === "string") {
    const bytes = Buffer.from(value, "utf8")
    return Buffer.concat([control(UTF8, bytes.length), bytes])
  }
  if (typeof value === "number") {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return Buffer.concat([control(UINT32, 4), bytes])
  }
  if (isList(value)) {
    return Buffer.concat([control(ARRAY, value.length), ...value.map(encode)])
  }
  const entries = Object.entries(value)
  return Buffer.concat([
    control(MAP, entries.length),
    ...entries.flatMap(([key, each]) => [encode(key), encode(each)]),
  ])
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

/** Sizes below 29 are part of the control byte; types above 7 follow it. */
function control(type: number, size: number): Buffer {
  return type > 7
    ? Buffer.from([size, type - 7])
    : Buffer.from([(type << 5) | size])
}
