import type ts from "typescript"

import { type Schema, sortKeys } from "./json"

/** Named schemas of the document; each declaration gets one name. */
export class Components {
  private readonly names = new Map<ts.Node, string>()
  private readonly schemas = new Map<string, Schema>()

  constructor(
    fixed: Record<string, Schema>,
    private readonly warn: (message: string) => void
  ) {
    Object.entries(fixed).forEach(([name, schema]) =>
      this.schemas.set(name, schema)
    )
  }

  /**
   * A reference to the schema of a declaration, which is made when it is asked
   * for first. It may refer to itself.
   */
  refer(declaration: ts.Node, name: string, make: () => Schema): Schema {
    const known = this.names.get(declaration)
    if (known) {
      return refTo(known)
    }
    const free = this.freeName(name)
    this.names.set(declaration, free)
    this.schemas.set(free, {})
    this.schemas.set(free, make())
    return refTo(free)
  }

  /** Puts a schema under exactly this name, for parts of another one. */
  add(name: string, schema: Schema): void {
    this.schemas.set(name, schema)
  }

  all(): Record<string, Schema> {
    return sortKeys(Object.fromEntries(this.schemas))
  }

  private freeName(name: string): string {
    if (!this.schemas.has(name)) {
      return name
    }
    let number = 2
    while (this.schemas.has(`${name}${number}`)) {
      number += 1
    }
    this.warn(
      `two declarations are called ${name}: the second is ${name}${number} in the document; give it a name of its own`
    )
    return `${name}${number}`
  }
}

export function refTo(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` }
}
