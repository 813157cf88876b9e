import ts from "typescript"

/** What the code does with the response, as far as it is written out. */
export type Answers = {
  /** 2xx and 3xx with what they carry. */
  successes: Map<number, Set<string>>
  /** 4xx and 5xx that are set by number; with content types when they carry the same as a success. */
  failures: Map<number, Set<string>>
}

const JSON_TYPE = "application/json"
const NO_BODY = new Set([204, 304])

/** Which content types a helper of the project sends. */
const SENDERS: Record<string, string> = {
  sendWebPage: "text/html",
  sendWebFile: "*/*",
  getSseHub: "text/event-stream",
}

export function noAnswers(): Answers {
  return { successes: new Map(), failures: new Map() }
}

/**
 * Reads calls on `res` in one function: `res.status(202).json(...)`,
 * `res.type("text/plain").send(...)`, `res.sendStatus(204)`, redirects, and the
 * helpers that send pages, files and event streams.
 *
 * @param answers - added to
 */
export function readAnswers(body: ts.Node, answers: Answers): void {
  const chains = chainsIn(body)
  // Set in a statement of its own, for what is sent after it.
  const ahead = chains.filter((chain) => !chain.some(isEnd))
  const statuses = ahead.flatMap((chain) => statusesOf(chain))
  const types = ahead.flatMap(contentTypesOf)
  const sent = chains.filter((chain) => chain.some(isEnd))

  sent.forEach((chain) => {
    const own = statusesOf(chain)
    const isUnknown =
      own.length === 0 && chain.some(({ name }) => name === "status")
    if (isUnknown) {
      return
    }
    const all = own.length ? own : statuses.length ? statuses : [200]
    const isShared = all.some((status) => status < 400)
    all.forEach((status) =>
      add(answers, status, isShared ? carriedBy(chain, types) : [])
    )
  })
  if (sent.length === 0) {
    statuses.forEach((status) => add(answers, status, types))
  }
  namesIn(body).forEach((name) => {
    if (Object.hasOwn(SENDERS, name)) {
      add(answers, 200, [SENDERS[name]])
    }
  })
}

type Link = { name: string; inputs: readonly ts.Expression[] }

function isEnd({ name }: Link): boolean {
  return /^(json|jsonp|send|sendStatus|sendFile|end|redirect)$/.test(name)
}

function add(answers: Answers, status: number, types: string[]): void {
  const { successes, failures } = answers
  const kind = status < 400 ? successes : failures
  const known = kind.get(status) ?? new Set<string>()
  if (!NO_BODY.has(status) && (status < 300 || status >= 400)) {
    types.forEach((type) => known.add(type))
  }
  kind.set(status, known)
}

function carriedBy(chain: Link[], ahead: string[]): string[] {
  const own = contentTypesOf(chain)
  const end = chain.find(isEnd)?.name ?? ""
  if (own.length) {
    return own
  }
  if (end.startsWith("json")) {
    return [JSON_TYPE]
  }
  if (["sendStatus", "redirect", "end"].includes(end)) {
    return []
  }
  return ahead
}

/** `res.a(1).b(2)` as its calls, first to last. */
function chainsIn(body: ts.Node): Link[][] {
  const chains: Link[][] = []
  const visit = (node: ts.Node): void => {
    const chain = ts.isCallExpression(node) ? chainOf(node) : null
    if (chain) {
      chains.push(chain)
    }
    ts.forEachChild(node, (child) => {
      const isInner = chain !== null && ts.isPropertyAccessExpression(child)
      // The calls before it in the chain are in it already.
      if (!isInner) {
        visit(child)
      }
    })
  }
  visit(body)
  return chains
}

function chainOf(node: ts.CallExpression): Link[] | null {
  const links: Link[] = []
  let at: ts.Expression = node
  while (
    ts.isCallExpression(at) &&
    ts.isPropertyAccessExpression(at.expression)
  ) {
    links.unshift({ name: at.expression.name.text, inputs: at.arguments })
    at = at.expression.expression
  }
  return links.length && ts.isIdentifier(at) && /^res(ponse)?$/.test(at.text)
    ? links
    : null
}

function statusesOf(chain: Link[]): number[] {
  return chain.flatMap(({ name, inputs }) => {
    if (["status", "sendStatus", "writeHead"].includes(name)) {
      return numbersOf(inputs[0])
    }
    if (name === "redirect") {
      return inputs.length > 1 ? numbersOf(inputs[0]) : [302]
    }
    return []
  })
}

/** `200`, or both of `ready ? 200 : 503`. */
function numbersOf(node: ts.Expression | undefined): number[] {
  if (node && ts.isConditionalExpression(node)) {
    return [...numbersOf(node.whenTrue), ...numbersOf(node.whenFalse)]
  }
  return node && ts.isNumericLiteral(node) ? [Number(node.text)] : []
}

function contentTypesOf(chain: Link[]): string[] {
  return chain.flatMap(({ name, inputs }) => {
    const [first, second] = inputs
    if (name === "type" || name === "contentType") {
      return mediaTypeOf(first)
    }
    const header = first && ts.isStringLiteralLike(first) ? first.text : ""
    if (/^(set|setHeader|header)$/.test(name) && isContentType(header)) {
      return mediaTypeOf(second)
    }
    const headers = name === "writeHead" ? (second ?? first) : first
    return headers && ts.isObjectLiteralExpression(headers)
      ? headers.properties.flatMap((property) =>
          ts.isPropertyAssignment(property) &&
          ts.isStringLiteralLike(property.name) &&
          isContentType(property.name.text)
            ? mediaTypeOf(property.initializer)
            : []
        )
      : []
  })
}

function isContentType(header: string): boolean {
  return header.toLowerCase() === "content-type"
}

function mediaTypeOf(node: ts.Expression | undefined): string[] {
  const text = node && ts.isStringLiteralLike(node) ? node.text : ""
  const [type] = text.split(";")
  return type.includes("/") ? [type.trim()] : []
}

function namesIn(body: ts.Node): Set<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      names.add(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(body)
  return names
}
