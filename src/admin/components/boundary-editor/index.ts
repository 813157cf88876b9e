export * from "./boundary-editor"
export type { DrawingProblem } from "./use-drawing"
