const KEY = "cornerstore_cart"

/** The cart of this browser; a browser that keeps nothing begins a new one each time. */
export const cartId = {
  read: (): string | null => within(() => localStorage.getItem(KEY)) ?? null,
  write: (id: string): void => within(() => localStorage.setItem(KEY, id)),
  forget: (): void => within(() => localStorage.removeItem(KEY)),
}

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
