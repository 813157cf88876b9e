const CHECK_MS = 500

/**
 * npm runs a script through a shell that dies of a signal without passing it
 * on: whoever stops `npm start` would leave the shop running. The change of our
 * parent tells that it happened.
 *
 * @param env - names npm when it started us; a shell's own child may outlive it
 * @param onLost - called once when npm's shell has gone
 */
export function watchParent(env: NodeJS.ProcessEnv, onLost: () => void): void {
  if (!env.npm_lifecycle_event) {
    return
  }
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer)
      onLost()
    }
  }, CHECK_MS)
  timer.unref()
}
