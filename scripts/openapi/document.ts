import { readFileSync } from "node:fs"
import path from "node:path"

import { type Behaviour, readBehaviour } from "./behaviour"
import { Components } from "./components"
import {
  DESCRIPTION,
  FIXED_SCHEMAS,
  responseName,
  SECURITY_SCHEMES,
  sharedResponse,
} from "./fixed"
import { type JsonObject, sortKeys } from "./json"
import {
  entriesFor,
  type MiddlewareEntry,
  readMiddlewares,
} from "./middlewares"
import { operationOf, tagOf } from "./operation"
import { createProgram, type Source } from "./program"
import { readRoutes, type Route, routeFiles } from "./routes"
import { TypeSchemas } from "./type-schema"
import { ZodSchemas } from "./zod-schema"

export type Generated = {
  document: JsonObject
  /** What could not be read from the source, each with what to do. */
  warnings: string[]
}

/**
 * Describes the HTTP API from its source: paths from the route files, requests
 * from their zod schemas, answers from the types of the responses, words from
 * the comments. Nothing is run but the files that hold the schemas.
 *
 * @param root - folder of the repository
 */
export function generate(root: string): Generated {
  const warnings = new Set<string>()
  const warn = (message: string) => void warnings.add(message)
  const files = routeFiles(root)
  const gathered = path.join(root, "src", "api", "middlewares.ts")
  const program = createProgram(root, [...files, gathered])
  const source: Source = { root, program, checker: program.getTypeChecker() }
  const sourceFile = program.getSourceFile(gathered)
  const entries = sourceFile ? readMiddlewares(source, sourceFile, warn) : []
  const routes = files.flatMap((file) => readRoutes(source, file))

  const components = new Components(FIXED_SCHEMAS, warn)
  const context = { source, components, warn }
  const types = new TypeSchemas(context)
  const zod = new ZodSchemas(context)
  const operations = routes.map((route) => {
    const own = entriesFor(entries, route.path, route.method)
    warnOfRoute(route, own, warn)
    const behaviour: Behaviour | null =
      route.handler && readBehaviour(source, route.handler)
    return {
      route,
      operation: operationOf({
        route,
        behaviour,
        entries: own,
        types,
        zod,
        warn,
      }),
    }
  })
  warnOfIdleEntries(entries, routes, warn)
  return {
    document: assemble(root, operations, components),
    warnings: [...warnings].sort(),
  }
}

type Operation = { route: Route; operation: JsonObject }

function assemble(
  root: string,
  operations: Operation[],
  components: Components
): JsonObject {
  const paths: Record<string, JsonObject> = {}
  operations.forEach(({ route, operation }) => {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operation,
    }
  })
  const tags = new Set(operations.map(({ route }) => tagOf(route.path)))
  return {
    openapi: "3.1.0",
    info: {
      title: "Cornerstore",
      version: versionOf(root),
      description: DESCRIPTION,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    tags: [...tags].sort().map((name) => ({ name })),
    paths: sortKeys(paths),
    components: {
      schemas: components.all(),
      responses: sharedResponses(operations),
      securitySchemes: SECURITY_SCHEMES,
    },
  }
}

function versionOf(root: string): string {
  const file: { version?: string } = JSON.parse(
    readFileSync(path.join(root, "package.json"), "utf8")
  )
  return file.version ?? "0.0.0"
}

/** Those that an operation refers to. */
function sharedResponses(operations: Operation[]): JsonObject {
  const text = JSON.stringify(operations.map(({ operation }) => operation))
  const used = Array.from({ length: 200 }, (_, index) => 400 + index).filter(
    (status) =>
      text.includes(`"#/components/responses/${responseName(status)}"`)
  )
  return sortKeys(
    Object.fromEntries(
      used.map((status) => [responseName(status), sharedResponse(status)])
    )
  )
}

function warnOfRoute(
  route: Route,
  entries: MiddlewareEntry[],
  warn: (message: string) => void
): void {
  const name = `${route.file}: ${route.method}`
  if (!route.doc) {
    warn(`${name} has no comment; say in a sentence what it does`)
  }
  if (!route.handler) {
    warn(`${name} is no function that can be found; its answers are not known`)
  }
  const isGuarded = !/^\/admin\//.test(route.path) || route.isOpen
  if (!isGuarded && entries.length === 0) {
    warn(
      `${name} is in no middleware list that src/api/middlewares.ts gathers, so no policy guards it`
    )
  }
}

/** A validator for a path that does not exist validates nothing. */
function warnOfIdleEntries(
  entries: MiddlewareEntry[],
  routes: Route[],
  warn: (message: string) => void
): void {
  entries
    .filter(({ body, query }) => body ?? query)
    .filter(
      (entry) =>
        !routes.some(({ path: of, method }) =>
          entriesFor([entry], of, method).includes(entry)
        )
    )
    .forEach(({ methods, place }) =>
      warn(
        `the middleware for ${methods?.join(", ") ?? "all of"} ${place} matches no route`
      )
    )
}
