/** What every list answers beside its rows. */
export type Page = { count: number; offset: number; limit: number }
