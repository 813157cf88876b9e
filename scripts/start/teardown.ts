/** What has to be stopped, in the order opposite to its start. */
export type Teardown = {
  /**
   * @param stop - ends the thing and waits for it
   * @param force - ends it at once, for the second Ctrl-C
   */
  add(stop: () => Promise<void>, force?: () => void): void
  /** Stops everything, last first; goes on when one of them fails. */
  run(): Promise<void>
  force(): void
}

/** @param report - told of something that would not stop */
export function createTeardown(report: (error: unknown) => void): Teardown {
  const entries: { stop: () => Promise<void>; force?: () => void }[] = []
  return {
    add(stop, force) {
      entries.unshift({ stop, force })
    },
    async run() {
      for (const { stop } of entries) {
        try {
          await stop()
        } catch (error) {
          report(error)
        }
      }
    },
    force() {
      entries.forEach(({ force }) => force?.())
    },
  }
}
