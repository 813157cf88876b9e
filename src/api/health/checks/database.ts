import RuntimeModuleService from "../../../modules/runtime/service"
import { Check } from "./run-check"

export const databaseCheck = (
  runtime: Pick<RuntimeModuleService, "ping">
): Check => ({
  name: "database",
  run: async () => {
    await runtime.ping()
    return { status: "ok", message: "Answers", timed: true }
  },
})
