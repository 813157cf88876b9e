export * from "./page-error"
