import { Module } from "@medusajs/framework/utils"

import optionsLoader from "./loaders/options"
import RuntimeModuleService from "./service"

export const RUNTIME_MODULE = "runtime"

export default Module(RUNTIME_MODULE, {
  service: RuntimeModuleService,
  loaders: [optionsLoader],
})
