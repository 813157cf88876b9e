import { dependencyDirection } from "./dependency-direction"
import { hooksInOnePlace } from "./hooks-in-one-place"
import { pureDomain } from "./pure-domain"

/** The project's own lint rules, used by eslint.config.mjs. */
export const rules = {
  "dependency-direction": dependencyDirection,
  "hooks-in-one-place": hooksInOnePlace,
  "pure-domain": pureDomain,
}
