import { isIPv4, isIPv6 } from "node:net"

/** Groups of an IPv6 address that name a household's network. */
const NETWORK_GROUPS = 4

/**
 * The part of an IP address that is one sender's: of IPv6 the network, because
 * its owner may use any address within it; IPv4 written as IPv6 is IPv4.
 *
 * @returns null when it is no address
 */
export function senderOf(ip: string | undefined): string | null {
  const address =
    ip?.replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "") ?? ""
  if (isIPv4(address)) {
    return address
  }
  return isIPv6(address) ? networkOf(address.toLowerCase()) : null
}

function networkOf(address: string): string {
  const [head, tail] = address.split("::")
  const before = groupsOf(head)
  const after = groupsOf(tail ?? "")
  const zeros = Array.from(
    { length: Math.max(0, 8 - before.length - after.length) },
    () => "0"
  )
  return [...before, ...zeros, ...after].slice(0, NETWORK_GROUPS).join(":")
}

/** Without leading zeros; an IPv4 ending counts as two groups. */
const groupsOf = (text: string): string[] =>
  text
    .split(":")
    .filter(Boolean)
    .flatMap((group) =>
      group.includes(".") ? ["0", "0"] : [group.replace(/^0+(?=.)/, "")]
    )
