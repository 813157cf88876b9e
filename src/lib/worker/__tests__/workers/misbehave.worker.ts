import { defineWorker } from "../../define-worker"

export type Misbehaviour =
  | "throw"
  | "reject-text"
  | "loop"
  | "hoard"
  | "exit"
  | "return-function"
  | "behave"

/** Does what a worker should not do. */
export default defineWorker(async (what: Misbehaviour): Promise<unknown> => {
  switch (what) {
    case "throw":
      throw new RangeError("route 7 has no stops")
    case "reject-text":
      return Promise.reject("plain text")
    case "loop":
      for (;;) {
        Math.random()
      }
    case "hoard": {
      const hoard: string[][] = []
      for (;;) {
        hoard.push(Array.from({ length: 10_000 }, (_, i) => `${i} of many`))
      }
    }
    case "exit":
      return process.exit(3)
    case "return-function":
      return () => 1
    case "behave":
      return { at: new Date(0), list: [1, 2] }
  }
})
