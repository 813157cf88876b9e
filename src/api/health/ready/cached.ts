/**
 * Shares one answer between callers until it is `ms` old. While an answer is
 * on its way no second question is asked, however long it takes.
 */
export function cached<Input, Output>(
  ms: number,
  read: (input: Input) => Promise<Output>,
  clock: () => number = () => performance.now()
): (input: Input) => Promise<Output> {
  let last: { value: Promise<Output>; answeredAt: number | null } | undefined
  const isFresh = () =>
    last !== undefined &&
    (last.answeredAt === null || clock() - last.answeredAt < ms)

  return (input) => {
    if (last && isFresh()) {
      return last.value
    }
    const current: typeof last = { value: read(input), answeredAt: null }
    last = current
    current.value.then(
      () => (current.answeredAt = clock()),
      () => (last = undefined)
    )
    return current.value
  }
}
