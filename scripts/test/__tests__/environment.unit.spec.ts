import { testEnvironment } from "../environment"

describe("testEnvironment", () => {
  it("keeps the developer's shop out of the tests", () => {
    const env = testEnvironment(
      {
        PATH: "/bin",
        DATABASE_URL: "postgres://prod/shop",
        REDIS_URL: "redis://prod",
        PORT: "9000",
        MEDUSA_FF_RBAC: "true",
        CORNERSTORE_ENCRYPTION_KEYS: "a:b",
        npm_package_name: "x",
      },
      { DATABASE_URL: "postgres://localhost:1/postgres" }
    )
    expect(env).toMatchObject({
      PATH: "/bin",
      NODE_ENV: "test",
      DATABASE_URL: "postgres://localhost:1/postgres",
      // Present and empty, so that no .env file fills it in.
      REDIS_URL: "",
    })
    expect(Object.keys(env)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(/MEDUSA_FF|ENCRYPTION|PORT$|npm_/),
      ])
    )
  })

  it("passes on what is meant for the tests", () => {
    const env = testEnvironment(
      { CORNERSTORE_DATA: "/data", CORNERSTORE_TEST_REDIS_URL: "redis://x" },
      {}
    )
    expect(env.CORNERSTORE_DATA).toBe("/data")
    expect(env.CORNERSTORE_TEST_REDIS_URL).toBe("redis://x")
  })
})
