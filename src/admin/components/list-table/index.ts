export * from "./create-button"
export * from "./list-invitation"
export * from "./list-table"
export * from "./use-list-state"
