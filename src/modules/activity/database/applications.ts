/**
 * Names under which the store's connections show in `pg_stat_activity`. The
 * safe horizon finds running writers by them: whoever stores events, in the
 * shop or in a process of its own, connects as `store`.
 */
export const APPLICATION_NAMES = {
  store: "cornerstore-activity-store",
  migrate: "cornerstore-activity-migrate",
} as const
