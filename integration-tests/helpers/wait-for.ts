/**
 * Waits for a fact: asks again until the answer is there.
 *
 * @param ask - answers null or undefined while the fact is not there yet
 * @param timeoutMs - when to give up
 * @throws Error naming what was waited for
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | null | undefined>,
  timeoutMs = 15_000
): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (answer !== null && answer !== undefined) {
      return answer
    }
    if (Date.now() > deadline) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
