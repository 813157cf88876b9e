/**
 * An axios error holds the socket it failed on, which holds the error: Jest
 * cannot send such a failure from its worker and runs the file again and again.
 * Loaded before every integration suite, this keeps of it what a person reads.
 */
import { AxiosError, AxiosResponse } from "axios"

Object.defineProperties(AxiosError.prototype, {
  request: { configurable: true, set: () => undefined },
  config: { configurable: true, set: () => undefined },
  response: {
    configurable: true,
    set(this: AxiosError, { status, data, headers }: AxiosResponse) {
      Object.defineProperty(this, "response", {
        configurable: true,
        enumerable: true,
        value: { status, data, headers: { ...headers } },
      })
    },
  },
})
