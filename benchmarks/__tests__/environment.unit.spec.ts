import { neutralEnvironment, shopSettings } from "../lib/environment"

const SHELL = {
  PATH: "/usr/bin",
  DATABASE_URL: "postgres://somebody",
  REDIS_URL: "redis://somebody",
  NODE_ENV: "development",
  MEDUSA_FF_RBAC: "true",
  npm_lifecycle_event: "bench",
  npm_config_cache: "/cache",
}

describe("the environment of a measured shop", () => {
  it("has nothing of the shell's own shop, and npm's settings still", () => {
    expect(neutralEnvironment(SHELL)).toEqual({
      PATH: "/usr/bin",
      npm_config_cache: "/cache",
      MEDUSA_DISABLE_TELEMETRY: "true",
    })
  })

  it("takes the shell's settings out of a started process", () => {
    const settings = shopSettings(SHELL)
    expect(settings).toMatchObject({
      REDIS_URL: undefined,
      MEDUSA_FF_RBAC: undefined,
      NODE_ENV: "production",
    })
    expect(Object.keys(settings)).toEqual(
      expect.arrayContaining(["REDIS_URL", "MEDUSA_FF_RBAC"])
    )
    // The starter's own value must not be overwritten by a removal.
    expect(settings).not.toHaveProperty("DATABASE_URL")
    expect(settings).not.toHaveProperty("PATH")
    expect(settings.CORNERSTORE_ENCRYPTION_KEYS).toMatch(/^k1:/)
  })
})
