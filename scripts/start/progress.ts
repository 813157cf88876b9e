export type Progress = {
  /**
   * Runs one step and says how it went: its title while it runs, then how long
   * it took.
   *
   * @param action - may return a detail for the person, or `"already done"`
   */
  step<T>(title: string, action: (say: Say) => Promise<T>): Promise<T>
  /** A step that has nothing to do this time. */
  skip(title: string): void
}
/** Tells a detail of the running step. */
export type Say = (detail: string) => void

type Output = Pick<NodeJS.WriteStream, "write"> & { isTTY?: boolean }

const TICK_MS = 1000

/**
 * Shows the steps of a start: on a terminal the running step counts its seconds
 * on one line, elsewhere each step writes a line when it starts and one when it
 * ends, so that a log shows where it hangs.
 */
export function createProgress(output: Output): Progress {
  const line = (text: string) =>
    output.write(output.isTTY ? `\r\x1b[K${text}` : text)

  return {
    async step(title, action) {
      const start = Date.now()
      const show = () => line(`  … ${title} (${seconds(start)})`)
      const say: Say = (detail) => {
        line(`    ${detail}\n`)
        if (output.isTTY) {
          show()
        }
      }
      line(output.isTTY ? `  … ${title}` : `  … ${title}\n`)
      const timer = output.isTTY ? setInterval(show, TICK_MS) : undefined
      try {
        const result = await action(say)
        line(`  ✓ ${title}, ${seconds(start)}\n`)
        return result
      } catch (error) {
        line(`  ✗ ${title}, ${seconds(start)}\n`)
        throw error
      } finally {
        clearInterval(timer)
      }
    },
    skip(title) {
      line(`  ✓ ${title}\n`)
    },
  }
}

/** Time since an instant in words, such as `12.3 s`. */
export function seconds(start: number, now = Date.now()): string {
  return `${((now - start) / 1000).toFixed(1)} s`
}
