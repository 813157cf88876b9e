import { Answer } from "../answers"

/** What is asked, and how. */
export type HealthChecks = Record<string, () => Promise<void>>

/** An answer that takes longer than this is none, in ms. */
const PATIENCE_MS = 2_000
/** How long an answer is believed, in ms: probes come from several sides. */
const FRESH_MS = 500

/**
 * Whether the process can take events in now. A load balancer asks often and
 * from several machines; the answer of one serves them all for a moment.
 */
export class Health {
  private known: { at: number; answer: Promise<Answer> } | undefined

  /**
   * @param needed - each must pass for a 200
   * @param told - are told of, but the process serves without them
   */
  constructor(
    private readonly needed: HealthChecks,
    private readonly told: HealthChecks = {}
  ) {}

  answer(isStopping: boolean): Promise<Answer> {
    if (isStopping) {
      return Promise.resolve({ status: 503, body: { status: "stopping" } })
    }
    const now = performance.now()
    if (!this.known || now - this.known.at >= FRESH_MS) {
      this.known = { at: now, answer: this.ask() }
    }
    return this.known.answer
  }

  private async ask(): Promise<Answer> {
    const [needed, told] = await Promise.all([
      statesOf(this.needed),
      statesOf(this.told),
    ])
    const isUp = Object.values(needed).every((state) => state === "up")
    return {
      status: isUp ? 200 : 503,
      body: { status: isUp ? "up" : "down", ...needed, ...told },
    }
  }
}

type State = "up" | "down"

async function statesOf(checks: HealthChecks): Promise<Record<string, State>> {
  const states = Object.entries(checks).map(
    async ([name, check]) => [name, await stateOf(check)] as const
  )
  return Object.fromEntries(await Promise.all(states))
}

async function stateOf(check: () => Promise<void>): Promise<State> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<State>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, "down")
  })
  const asked = check().then(
    (): State => "up",
    (): State => "down"
  )
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}
