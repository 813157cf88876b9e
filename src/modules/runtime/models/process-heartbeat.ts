import { model } from "@medusajs/framework/utils"

/**
 * A process of this deployment says that it lives. A worker serves no routes,
 * so the database is where the dashboard sees it.
 */
export const ProcessHeartbeat = model
  .define("process_heartbeat", {
    id: model.id({ prefix: "proc" }).primaryKey(),
    role: model.enum(["shared", "server", "worker"]),
    hostname: model.text(),
    pid: model.number(),
    version: model.text(),
    started_at: model.dateTime(),
    seen_at: model.dateTime(),
  })
  .indexes([{ name: "IDX_process_heartbeat_seen_at", on: ["seen_at"] }])
