import { senderOf } from "../sender"

describe("senderOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:0DB8:0001:2::1", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["::1", "0:0:0:0"],
    ["64:ff9b::203.0.113.7", "64:ff9b:0:0"],
  ])("takes %s as %s", (ip, sender) => {
    expect(senderOf(ip)).toBe(sender)
  })

  it.each([undefined, "", "unknown", "203.0.113.999", "cake"])(
    "does not take %p for an address",
    (ip) => {
      expect(senderOf(ip)).toBeNull()
    }
  )
})
