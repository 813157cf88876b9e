import { IncomingMessage } from "node:http"
import { Socket } from "node:net"

import { clientAddress } from "../client-address"

const request = (forwarded?: string): IncomingMessage => {
  const socket = new Socket()
  Object.defineProperty(socket, "remoteAddress", { value: "10.0.0.1" })
  const req = new IncomingMessage(socket)
  if (forwarded !== undefined) {
    req.headers["x-forwarded-for"] = forwarded
  }
  return req
}

describe("clientAddress", () => {
  it.each([
    ["nobody is believed", "1.2.3.4", 0, "10.0.0.1"],
    ["one proxy says whom it heard", "6.6.6.6, 1.2.3.4", 1, "1.2.3.4"],
    ["two proxies", "6.6.6.6, 1.2.3.4, 10.0.0.9", 2, "1.2.3.4"],
    ["a shorter chain than there are proxies", "1.2.3.4", 3, "1.2.3.4"],
    ["a proxy that says nothing", undefined, 1, "10.0.0.1"],
    ["a header without an address", " , ", 1, "10.0.0.1"],
  ])("%s", (_, forwarded, proxies, address) => {
    expect(clientAddress(request(forwarded), proxies)).toBe(address)
  })
})
