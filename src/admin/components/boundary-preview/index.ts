export * from "./boundary-preview"
