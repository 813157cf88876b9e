import ts from "typescript"

/** How the dashboard's code uses texts. */
export type Uses = {
  /** Keys written in `t("...")`, with the places. */
  required: Map<string, string>
  /** ``t(`status.${x}`)`` as start and end, with the places. */
  patterns: { start: string; end: string; place: string }[]
  /** Every other string in the code: a key may travel as data. */
  mentioned: Set<string>
}

/**
 * Reads how one file uses texts. Ours are asked for with `t`, Medusa's own with
 * `host`, which is not looked at.
 *
 * @param uses - added to
 */
export function collectUses(file: string, text: string, uses: Uses): void {
  const source = ts.createSourceFile(
    file,
    text,
    ts.ScriptTarget.ES2022,
    true,
    file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  )
  const placeOf = (node: ts.Node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    return `${file}:${line + 1}`
  }
  const visit = (node: ts.Node): void => {
    if (
      ts.isCallExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === "t" &&
      node.arguments[0]
    ) {
      askedFor(node.arguments[0], uses, placeOf(node))
    } else if (ts.isStringLiteralLike(node)) {
      uses.mentioned.add(node.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
}

export function noUses(): Uses {
  return { required: new Map(), patterns: [], mentioned: new Set() }
}

function askedFor(argument: ts.Expression, uses: Uses, place: string): void {
  if (ts.isStringLiteralLike(argument)) {
    uses.required.set(argument.text, place)
  } else if (ts.isConditionalExpression(argument)) {
    askedFor(argument.whenTrue, uses, place)
    askedFor(argument.whenFalse, uses, place)
  } else if (ts.isTemplateExpression(argument)) {
    uses.patterns.push({
      start: argument.head.text,
      end: argument.templateSpans.at(-1)?.literal.text ?? "",
      place,
    })
  }
}

/** Compares what the code asks for with what the reference language has. */
export function compareUses(uses: Uses, keys: Set<string>): string[] {
  const matches = (
    key: string,
    { start, end }: { start: string; end: string }
  ) => key.startsWith(start) && key.endsWith(end)
  return [
    ...[...uses.required]
      .filter(([key]) => !keys.has(key))
      .map(([key, place]) => `${place}: there is no text ${key}`),
    ...uses.patterns
      .filter((pattern) => ![...keys].some((key) => matches(key, pattern)))
      .map(
        ({ start, end, place }) =>
          `${place}: there is no text ${start}...${end}`
      ),
    ...[...keys]
      .filter(
        (key) =>
          !uses.required.has(key) &&
          !uses.mentioned.has(key) &&
          !uses.patterns.some((pattern) => matches(key, pattern))
      )
      .map((key) => `${key} is not used`),
  ]
}
