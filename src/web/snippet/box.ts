/** Everything the snippet keeps has a name that begins so. */
export const PREFIX = "cornerstore:"

type Disk = Pick<Storage, "getItem" | "setItem" | "removeItem">

/** Keeps texts by name, over page loads where that is allowed and possible. */
export type Box = {
  get(name: string): string | null
  set(name: string, value: string): void
  remove(name: string): void
  /** Names that begin with this, in order. */
  names(beginning: string): string[]
}

/**
 * @param openDisk - gives the browser's storage, or throws where it is switched off
 * @param mayKeep - asked each time; what may not be kept lives as long as the page
 */
export function createBox(openDisk: () => Disk, mayKeep: () => boolean): Box {
  const memory = new Map<string, string>()
  const onDisk = <T>(use: (disk: Disk) => T): T | null => {
    try {
      return mayKeep() ? use(openDisk()) : null
    } catch {
      // Switched off or full: the page's memory serves.
      return null
    }
  }
  return {
    get: (name) => memory.get(name) ?? onDisk((disk) => disk.getItem(name)),
    set(name, value) {
      memory.set(name, value)
      onDisk((disk) => {
        disk.setItem(name, value)
        memory.delete(name)
      })
    },
    remove(name) {
      memory.delete(name)
      onDisk((disk) => disk.removeItem(name))
    },
    names: (beginning) =>
      [...memory.keys(), ...(onDisk((disk) => Object.keys(disk)) ?? [])]
        .filter((name) => name.startsWith(beginning))
        .sort(),
  }
}
