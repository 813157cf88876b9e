import {
  CollectorSettings,
  DEFAULT_COLLECTOR_SETTINGS,
} from "../../../modules/activity/domain/consent"
import { SettingsCache } from "../settings-cache"

const strict: CollectorSettings = {
  ...DEFAULT_COLLECTOR_SETTINGS,
  consent: { ...DEFAULT_COLLECTOR_SETTINGS.consent, standard: "strict" },
}

describe("SettingsCache", () => {
  it("asks once for many requests, and again after a few seconds", async () => {
    let now = 0
    let current = DEFAULT_COLLECTOR_SETTINGS
    const load = jest.fn(async () => current)
    const cache = new SettingsCache(load, () => now)
    await Promise.all([cache.get(), cache.get(), cache.get()])
    expect(load).toHaveBeenCalledTimes(1)

    current = strict
    now = 2_900
    expect(await cache.get()).toBe(DEFAULT_COLLECTOR_SETTINGS)
    now = 3_100
    expect(await cache.get()).toBe(strict)
    expect(load).toHaveBeenCalledTimes(2)
  })

  it("throws while nothing is known, and then holds on to what is", async () => {
    let now = 0
    let away = true
    const load = jest.fn(async () => {
      if (away) {
        throw new Error("away")
      }
      return strict
    })
    const cache = new SettingsCache(load, () => now)
    await expect(cache.get()).rejects.toThrow("away")
    now = 3_100
    away = false
    expect(await cache.get()).toBe(strict)
    now = 10_000
    away = true
    expect(await cache.get()).toBe(strict)
    // It is not asked again for every request.
    expect(await cache.get()).toBe(strict)
    expect(load).toHaveBeenCalledTimes(3)
  })

  it("keeps no request waiting for a store that hangs", async () => {
    let now = 0
    const answers = [Promise.resolve(strict), new Promise<never>(() => {})]
    const cache = new SettingsCache(
      () => answers.shift() ?? Promise.reject(new Error("asked too often")),
      () => now
    )
    await cache.get()
    now = 3_100
    expect(await cache.get()).toBe(strict)
    expect(await cache.get()).toBe(strict)
  })
})
