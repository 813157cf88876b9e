/** What a figure has to reach. */
export type Target = { atLeast: number } | { atMost: number }
export type Verdict = "PASS" | "SHORT"

/** Compares a figure, unrounded, with its target. */
export function judge(value: number, target: Target): Verdict {
  const reached =
    "atLeast" in target ? value >= target.atLeast : value <= target.atMost
  return reached ? "PASS" : "SHORT"
}

/** A target in words, such as `>= 0.95`. */
export function describeTarget(target: Target): string {
  return "atLeast" in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`
}
