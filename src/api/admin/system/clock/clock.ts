/** Ticks while somebody listens, and not otherwise. */
export class Clock {
  private listeners = 0
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly tick: () => void,
    private readonly everyMs: number = 1_000
  ) {}

  get running(): boolean {
    return this.timer !== undefined
  }

  /** The first listener starts the clock. */
  join(): void {
    this.listeners++
    this.timer ??= setInterval(this.tick, this.everyMs).unref()
  }

  /** The last listener stops it. */
  leave(): void {
    this.listeners = Math.max(0, this.listeners - 1)
    if (this.listeners === 0) {
      clearInterval(this.timer)
      this.timer = undefined
    }
  }
}
