/** A text that this browser keeps; one that keeps nothing begins anew each time. */
export const keptText = (key: string) => ({
  read: (): string | null => within(() => localStorage.getItem(key)) ?? null,
  write: (text: string): void => within(() => localStorage.setItem(key, text)),
  forget: (): void => within(() => localStorage.removeItem(key)),
})

function within<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch (error) {
    // Storage can be switched off, and can be full.
    if (error instanceof DOMException) {
      return undefined
    }
    throw error
  }
}
