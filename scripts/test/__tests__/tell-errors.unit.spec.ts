import { makeTellable } from "../../../integration-tests/helpers/tell-errors"

function refusedRequest() {
  const socket: Record<string, unknown> = {}
  const request = { socket, url: "x" }
  socket.request = request
  return Object.assign(new Error("Request failed with status code 409"), {
    config: { method: "post", url: "/store/carts/1/delivery-slot" },
    request,
    response: {
      status: 409,
      data: { type: "conflict", message: "The slot is full" },
      request,
    },
  })
}

describe("makeTellable", () => {
  it("puts the server's answer into message and stack", () => {
    const error = refusedRequest()
    makeTellable(error)
    const told = `POST /store/carts/1/delivery-slot: {"type":"conflict","message":"The slot is full"}`
    expect(error.message).toContain(told)
    expect(error.stack).toContain(told)
    expect(error.response.data.type).toBe("conflict")
  })

  it("leaves an error that a Jest worker can send", () => {
    const error = refusedRequest()
    expect(() => JSON.stringify({ ...error })).toThrow("circular")
    makeTellable(error)
    expect(JSON.parse(JSON.stringify({ ...error }))).toMatchObject({
      response: { status: 409 },
    })
  })

  it("reaches causes and the errors of an aggregate", () => {
    const cause = refusedRequest()
    const inner = refusedRequest()
    const error = new AggregateError([inner], "both", { cause })
    makeTellable(error)
    expect(cause.message).toContain("The slot is full")
    expect(inner.message).toContain("The slot is full")
  })

  it("says the answer once, however often it is told", () => {
    const error = refusedRequest()
    makeTellable(error)
    const { message } = error
    makeTellable(error)
    expect(error.message).toBe(message)
  })

  it.each([[undefined], [null], ["text"], [42]])("minds no thrown %s", (it) => {
    expect(() => makeTellable(it)).not.toThrow()
  })
})
