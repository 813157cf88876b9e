import type { Circus } from "@jest/types"
import { TestEnvironment } from "jest-environment-node"

import { makeTellable } from "./tell-errors"

/** Node, with failures that survive the way from a Jest worker to the report. */
export default class IntegrationEnvironment extends TestEnvironment {
  handleTestEvent(event: Circus.Event): void {
    if (event.name === "test_fn_failure" || event.name === "hook_failure") {
      makeTellable(event.error)
    }
  }
}
