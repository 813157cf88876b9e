import { describeTarget, judge } from "../lib/judge"
import { comparePhase, comparisonTable } from "../overhead/compare"
import type { Phase } from "../overhead/phases"
import { orderOf, type Round } from "../overhead/rounds"
import type { Sample } from "../overhead/side"

const phase: Phase = {
  id: "line",
  label: "add line",
  throughput: 0.95,
  times: "carts",
  request: () => ({ method: "GET", path: "/" }),
}

const sample = (throughput: number, p95_ms: number): Sample => ({
  requests: 10,
  throughput,
  p50_ms: p95_ms / 2,
  p95_ms,
})
const round = (stock: Sample, plugin: Sample): Round => [
  { phase: "line", stock, plugin },
  { phase: "other", stock: sample(1, 1), plugin: sample(99, 99) },
]

describe("judging", () => {
  it("takes the limit itself for reached, on both sides", () => {
    expect(judge(0.95, { atLeast: 0.95 })).toBe("PASS")
    expect(judge(0.9499, { atLeast: 0.95 })).toBe("SHORT")
    expect(judge(1.15, { atMost: 1.15 })).toBe("PASS")
    expect(judge(1.1501, { atMost: 1.15 })).toBe("SHORT")
  })

  it("says the target in words", () => {
    expect(describeTarget({ atLeast: 0.95 })).toBe(">= 0.95")
    expect(describeTarget({ atMost: 15 })).toBe("<= 15")
  })
})

describe("comparing a phase", () => {
  const rounds = [
    round(sample(100, 10), sample(96, 11)),
    round(sample(100, 10), sample(98, 13)),
    // Somebody else took part in this one.
    round(sample(20, 90), sample(97, 12)),
  ]

  it("relates the medians of the rounds, plugin to stock", () => {
    const { throughput, p95_ms } = comparePhase(phase, rounds)
    expect(throughput).toMatchObject({
      stock: 100,
      plugin: 97,
      ratio: 0.97,
      target: ">= 0.95",
      verdict: "PASS",
    })
    expect(p95_ms).toMatchObject({ ratio: 1.2, verdict: "SHORT" })
  })

  it("shows how far the rounds are apart", () => {
    const { throughput } = comparePhase(phase, rounds)
    expect(throughput.range).toEqual([0.96, 4.85])
  })

  it("does not judge what has no target", () => {
    const { throughput: _, ...untargeted } = phase
    const found = comparePhase(untargeted, rounds)
    expect(found.throughput).not.toHaveProperty("verdict")
    expect(found.p95_ms).not.toHaveProperty("verdict")
  })

  it("shows processor time only where every round has it", () => {
    const cpu = { ...sample(100, 10), cpu_ms: 4 }
    const full = [round(cpu, { ...cpu, cpu_ms: 5 })]
    expect(comparePhase(phase, full).cpu_ms?.ratio).toBe(1.25)
    expect(comparePhase(phase, [...full, ...rounds]).cpu_ms).toBeUndefined()
  })

  it("is a table with a verdict in each judged row", () => {
    const text = comparisonTable([comparePhase(phase, rounds)])
    expect(text).toMatch(
      /add line +100\.0 +97\.0 +0\.970 +0\.96-4\.85 +>= 0\.95 +PASS/
    )
    expect(text).toMatch(/add line +10\.0 +12\.0 +1\.200 .* SHORT/)
  })
})

describe("the order of the sides", () => {
  it("alternates", () => {
    expect([0, 1, 2].map((round) => orderOf(round)[0])).toEqual([
      "stock",
      "plugin",
      "stock",
    ])
    expect(orderOf(1)).toEqual(["plugin", "stock"])
  })
})
