import { actorOf, logInOf } from "../log-in-answer"

const tokenFor = (payload: object) =>
  `x.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.y`
const token = tokenFor({
  actor_type: "customer",
  actor_id: "cus_1",
  auth_identity_id: "authid_1",
  auth_provider: "emailpass",
})

describe("logInOf", () => {
  it("knows a success and a refusal", () => {
    expect(logInOf(200, { token })).toEqual({
      outcome: "success",
      customer_id: "cus_1",
      provider: "emailpass",
    })
    expect(logInOf(401, { type: "unauthorized" })).toEqual({
      outcome: "refused",
      customer_id: null,
      provider: null,
    })
  })

  it.each([
    ["a way to the provider's page", 200, { location: "https://id.example" }],
    ["a second factor to come", 200, { token, mfa_required: true }],
    ["an address to confirm", 200, { token, verification_required: true }],
    [
      "somebody who is no customer yet",
      200,
      { token: tokenFor({ actor_type: "customer", actor_id: "" }) },
    ],
    [
      "a user of the dashboard",
      200,
      { token: tokenFor({ actor_type: "user", actor_id: "user_1" }) },
    ],
    ["a broken shop", 500, { type: "unknown_error" }],
    ["a wrong request", 400, { type: "invalid_data" }],
    ["no answer", 200, undefined],
    ["no token", 200, { token: "abc" }],
  ])("takes %s for neither", (_, status, answer) => {
    expect(logInOf(status, answer)).toBeNull()
  })
})

describe("actorOf", () => {
  it.each([
    undefined,
    "",
    "a",
    "a.b.c",
    `a.${btoa("{")}.c`,
    `a.${btoa("1")}.c`,
  ])("sees nobody in %p", (text) => {
    expect(actorOf(text)).toBeNull()
  })
})
