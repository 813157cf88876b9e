/** A publishable API key, with which clients send events. */
export type WriteKey = {
  token: string
  /** Id of the key: the source of the events sent with it. */
  source_id: string
  /** When it stops or stopped to work; null for a key that was not revoked. */
  revoked_at: Date | null
}
