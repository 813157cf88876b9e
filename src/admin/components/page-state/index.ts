export * from "./page-error"
export * from "./page-skeleton"
