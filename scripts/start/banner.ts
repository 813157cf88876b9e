import { DEMO_ADMIN } from "../seed/demo-people"
import type { Demo } from "./demo"
import { NO_SIMULATORS, type Simulators } from "./simulators"

/** What a person needs to know once the shop serves. */
export function banner(
  backendUrl: string,
  demo: Demo | undefined,
  { dutchie }: Simulators = NO_SIMULATORS
): string {
  const lines: [string, string][] = [["Dashboard", `${backendUrl}/app`]]
  if (demo) {
    lines.push(
      ["  log in", `${DEMO_ADMIN.email} / ${DEMO_ADMIN.password}`],
      ["Store API", `${backendUrl}/store`],
      ["  key", demo.publishableKey]
    )
  } else {
    lines.push([
      "  first user",
      "npx medusa user -e <e-mail> -p <password>, with DATABASE_URL as in .cornerstore/demo.json",
    ])
  }
  if (demo) {
    lines.push(["Storefront", "npm run storefront, in another terminal"])
  }
  if (dutchie) {
    lines.push(["Dutchie", `${dutchie}/__sim/counter, the simulated register`])
  }
  lines.push(
    ["Tracker", `${backendUrl}/track/<token>, linked from each order`],
    ["Stop", "Ctrl-C"]
  )
  const width = Math.max(...lines.map(([label]) => label.length)) + 2
  const body = lines.map(([label, text]) => `  ${label.padEnd(width)}${text}`)
  return `\nCornerstore is open\n\n${body.join("\n")}\n`
}
