export * from "./list-table"
export * from "./use-list-state"
