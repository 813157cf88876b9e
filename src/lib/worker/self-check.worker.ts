import { defineWorker } from "./define-worker"

/** Adds 1 to n, the long way: enough work to prove that a thread computes. */
export default defineWorker((n: number): number => {
  let sum = 0
  for (let i = 1; i <= n; i++) {
    sum += i
  }
  return sum
})
