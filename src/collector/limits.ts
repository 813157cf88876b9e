/**
 * Segment's limits, which its clients keep by themselves. Its 10,000 properties
 * of an event do not fit into 32 KB and need no check of their own.
 *
 * @see https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/
 */
export const LIMITS = {
  /** Body of a request as it travels, in bytes. */
  bodyBytes: 500 * 1024,
  /** The same body unpacked: what a small gzip stream may grow to. */
  unpackedBytes: 2 * 1024 * 1024,
  /** Properties, traits and context of one event, in bytes. */
  eventBytes: 32 * 1024,
  /** Events of a batch; those after are refused. */
  batchEvents: 2_500,
  messageIdLength: 100,
  /** Anonymous id and user id, in characters. */
  idLength: 255,
  /** Names are cut here, in characters. */
  nameLength: 255,
  /** Levels of nesting in properties and context. */
  depth: 64,
} as const
