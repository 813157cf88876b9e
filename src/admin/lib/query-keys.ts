/** Keys under which one resource is cached; a list's key contains its query. */
export type QueryKeys<TName extends string> = {
  all: readonly [TName]
  lists: () => readonly [TName, "list"]
  list: (query?: object) => readonly [TName, "list", object]
  details: () => readonly [TName, "detail"]
  detail: (id: string) => readonly [TName, "detail", string]
}

/**
 * Makes the cache keys of a resource. Our names are prefixed, because the cache
 * is shared with Medusa's pages and other plugins.
 *
 * @param name - the resource, for example `bookings`
 */
export function queryKeysFactory<TName extends string>(
  name: TName
): QueryKeys<`cornerstore_${TName}`> {
  const key = `cornerstore_${name}` as const
  return {
    all: [key],
    lists: () => [key, "list"],
    list: (query = {}) => [key, "list", query],
    details: () => [key, "detail"],
    detail: (id) => [key, "detail", id],
  }
}
