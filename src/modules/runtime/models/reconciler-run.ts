import { model } from "@medusajs/framework/utils"

/**
 * One run of one reconciler. The unique (name, tick) is what makes a tick run
 * once however many processes ask for it.
 */
export const ReconcilerRun = model
  .define("reconciler_run", {
    id: model.id({ prefix: "recrun" }).primaryKey(),
    name: model.text(),
    /** Start of the interval the run stands for; the instant itself when run by hand. */
    tick: model.dateTime(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    found: model.number().default(0),
    repaired: model.number().default(0),
    error: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_reconciler_run_name_tick_unique",
      on: ["name", "tick"],
      unique: true,
      where: null,
    },
    { name: "IDX_reconciler_run_started_at", on: ["started_at"] },
  ])
