/**
 * Keeps an answer for a while, for what every page asks and an owner seldom
 * changes. A failure is not kept.
 *
 * @param ms - how long
 */
export function remember<Arguments extends unknown[], Answer>(
  ms: number,
  ask: (...words: Arguments) => Promise<Answer>
): (...words: Arguments) => Promise<Answer> {
  const kept = new Map<string, { until: number; answer: Promise<Answer> }>()
  return (...words) => {
    const key = JSON.stringify(words)
    const found = kept.get(key)
    if (found && found.until > Date.now()) {
      return found.answer
    }
    const answer = ask(...words)
    kept.set(key, { until: Date.now() + ms, answer })
    answer.catch(() => kept.delete(key))
    return answer
  }
}
