import type PosModuleService from "../../../modules/pos/service"
import { Check, Finding } from "./run-check"

type Connection = {
  name: string
  health: string
  is_paused: boolean
}

const MOST = 200

/** The breakers of the POS connections: which of them are not called any more. */
export const posCheck = (
  pos: Pick<PosModuleService, "listPosConnections">
): Check => ({
  name: "pos",
  run: async () =>
    judgePos(
      await pos.listPosConnections(
        {},
        { take: MOST, select: ["id", "name", "health", "is_paused"] }
      )
    ),
})

/** A POS that is away degrades the shop; orders are placed all the same. */
export function judgePos(connections: Connection[]): Finding {
  const used = connections.filter(({ is_paused }) => !is_paused)
  const names = (health: string) =>
    used.filter((each) => each.health === health).map(({ name }) => name)
  const waiting = names("attention")
  const failing = names("degraded")
  if (waiting.length) {
    return {
      status: "degraded",
      message: `Waiting for a person: ${waiting.join(", ")}`,
    }
  }
  if (failing.length) {
    return {
      status: "degraded",
      message: `The last call failed: ${failing.join(", ")}`,
    }
  }
  return used.length
    ? { status: "ok", message: `${used.length} connected` }
    : { status: "off", message: "No POS is connected" }
}
