export * from "./overbooked-notice"
export * from "./texts"
export * from "./use-warn-overbooked"
