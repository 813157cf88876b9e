/**
 * The direction of dependencies, as docs/architecture says it:
 * `domain` <- `service` <- `workflows` <- `api`, `subscribers`, `jobs`; a
 * module never imports another; admin, web and SDK speak HTTP only.
 */

/** The part of the source a file belongs to. */
type Layer =
  | "domain"
  | "module"
  | "provider"
  | "workflows"
  | "entry"
  | "admin"
  | "web"
  | "sdk"
  | "lib"
  | "root"

export type Import = {
  /** The importing file, relative to the repository, with `/`. */
  from: string
  /** As written: a relative path or a package. */
  source: string
  /** True when nothing of it is left at run time. */
  typeOnly: boolean
}

type Place = { layer: Layer; module: string | null; path: string }

/** Folders Medusa starts from: everything they do goes through a workflow. */
const ENTRIES = ["api", "subscribers", "jobs", "links", "policies", "collector"]
/** What the others may build on: policies, and handlers made to be served twice. */
const SHARED_ENTRIES = ["policies", "collector"]
/** Processes without Medusa's container: they put a module's parts together. */
const COMPOSED: readonly { folder: string; module: string }[] = [
  { folder: "src/collector/standalone/", module: "activity" },
]
const BROWSER: readonly Layer[] = ["admin", "web", "sdk"]
const NODE_ONLY = /^(node:|(fs|http|https|net|path|os|crypto|stream)(\/|$))/
/** Packages whose purpose is to reach something outside the process. */
const OUTSIDE =
  /^(ioredis|pg|axios|undici|bullmq|typeorm|playwright-core)(\/|$)/

/**
 * Why a file of `src` must not import this, or null when it may.
 *
 * @returns one sentence that says what to do instead
 */
export function forbiddenImport(imported: Import): string | null {
  const from = locate(imported.from)
  if (!from) {
    return null
  }
  if (!imported.source.startsWith(".")) {
    return forbiddenPackage(from, imported)
  }
  const target = locate(resolve(imported.from, imported.source))
  return target ? forbiddenFile(from, target, imported.typeOnly) : null
}

function forbiddenPackage(
  from: Place,
  { source, typeOnly }: Import
): string | null {
  if (from.layer === "domain") {
    if (source.startsWith("@medusajs/") || OUTSIDE.test(source)) {
      return `domain code knows nothing of ${source}: pass plain values in`
    }
    return NODE_ONLY.test(source)
      ? `domain code does no I/O (${source}): pass the result in`
      : null
  }
  if (BROWSER.includes(from.layer) && !isBuildFile(from.path)) {
    // The dashboard is built beside Medusa, so its types are at hand there.
    const server =
      /^@medusajs\/(framework|medusa)(\/|$)/.test(source) &&
      !(typeOnly && from.layer === "admin")
    return NODE_ONLY.test(source) || server
      ? `${from.layer} runs outside the server: ${source} is not there`
      : null
  }
  return null
}

function forbiddenFile(
  from: Place,
  to: Place,
  typeOnly: boolean
): string | null {
  if (to.layer === "sdk" && (typeOnly || BROWSER.includes(from.layer))) {
    // The shapes of the wire are everybody's.
    return null
  }
  if (BROWSER.includes(from.layer)) {
    return to.layer === from.layer
      ? null
      : `${from.layer} speaks HTTP only: of src it may import src/sdk, not ${to.path}`
  }
  if (BROWSER.includes(to.layer)) {
    return `${from.layer} code runs in the server: ${to.path} belongs to ${to.layer}`
  }
  return SERVER_RULES[from.layer](from, to, typeOnly)
}

type ServerRule = (from: Place, to: Place, typeOnly: boolean) => string | null

const SERVER_RULES: Record<Layer, ServerRule> = {
  domain: (from, to) =>
    to.layer === "domain" && to.module === from.module
      ? null
      : `domain code imports only its own domain folder, not ${to.path}`,
  module: (from, to) => {
    if (to.module) {
      return to.module === from.module
        ? null
        : `modules never import each other (${to.path}): let them meet in a workflow or a link`
    }
    return isBase(to) ? null : `a module does not know ${to.path}`
  },
  provider: (_from, to, typeOnly) =>
    isBase(to) || to.layer === "provider" || isPublicPart(to, typeOnly)
      ? null
      : `a provider uses a module's index and domain, not ${to.path}`,
  workflows: (_from, to, typeOnly) =>
    isBase(to) || to.layer === "workflows" || isPublicPart(to, typeOnly)
      ? null
      : `a workflow resolves the module's service; of its files it imports index and domain (others as types), not ${to.path}`,
  entry: (from, to, typeOnly) => {
    if (to.layer === "entry") {
      const folder = folderOf(to)
      return folder === folderOf(from) || SHARED_ENTRIES.includes(folder)
        ? null
        : `${folderOf(from)} do not build on ${to.path}: move the shared part to a workflow or lib`
    }
    return isBase(to) ||
      to.layer === "workflows" ||
      isPublicPart(to, typeOnly) ||
      isComposedBy(from, to)
      ? null
      : `${folderOf(from)} go through workflows; of a module they import index and domain (others as types), not ${to.path}`
  },
  lib: (_from, to) =>
    isBase(to)
      ? null
      : `lib belongs to no context and cannot import ${to.path}`,
  root: (_from, to) =>
    isBase(to) ? null : `configuration is read before ${to.path} exists`,
  admin: () => null,
  web: () => null,
  sdk: () => null,
}

/** What everybody on the server may use. */
function isBase(to: Place): boolean {
  return to.layer === "lib" || to.layer === "root"
}

/** A module's index (its key) and its pure rules; types of the rest. */
function isPublicPart(to: Place, typeOnly: boolean): boolean {
  return (
    to.layer === "domain" ||
    (to.layer === "module" &&
      (typeOnly || /^src\/modules\/[^/]+(\/index(\.ts)?)?$/.test(to.path)))
  )
}

/** Parts of a module that a process without a container is made of. */
function isComposedBy(from: Place, to: Place): boolean {
  return COMPOSED.some(
    ({ folder, module }) => from.path.startsWith(folder) && to.module === module
  )
}

function locate(path: string): Place | null {
  const [src, folder = "", second = "", third = ""] = path.split("/")
  if (src !== "src") {
    return null
  }
  const place = (layer: Layer, module: string | null = null): Place => ({
    layer,
    module,
    path,
  })
  if (folder === "modules") {
    return place(third === "domain" ? "domain" : "module", second)
  }
  if (folder === "providers") {
    return place("provider")
  }
  if (ENTRIES.includes(folder)) {
    return place("entry")
  }
  const same = (["workflows", "admin", "web", "sdk", "lib"] as const).find(
    (layer) => layer === folder
  )
  return place(same ?? "root")
}

function folderOf({ path }: Place): string {
  return path.split("/")[1] ?? ""
}

/** Build settings beside browser code run in Node. */
function isBuildFile(path: string): boolean {
  return /\.config\.m?ts$/.test(path)
}

function resolve(from: string, source: string): string {
  const parts = from.split("/").slice(0, -1)
  for (const part of source.split("/")) {
    if (part === "..") {
      parts.pop()
    } else if (part !== ".") {
      parts.push(part)
    }
  }
  return parts.join("/")
}
