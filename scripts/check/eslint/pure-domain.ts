import {
  AST_NODE_TYPES,
  ESLintUtils,
  type TSESTree,
} from "@typescript-eslint/utils"

const createRule = ESLintUtils.RuleCreator.withoutDocs

/** Calls whose answer changes although the arguments do not. */
const IMPURE_CALLS = new Set([
  "Date.now",
  "performance.now",
  "Math.random",
  "DateTime.now",
  "crypto.randomUUID",
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
])
/** These read the clock only when they are given nothing. */
const CLOCK_WITHOUT_ARGUMENTS = new Set([
  "Date",
  "DateTime.local",
  "DateTime.utc",
])
const IMPURE_OBJECTS = new Set(["process", "console"])

/** Keeps domain code a function of its arguments: no clock, chance or I/O. */
export const pureDomain = createRule({
  meta: {
    type: "problem",
    messages: {
      impure:
        "domain code is a function of its arguments: pass the result of {{what}} in",
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const report = (node: TSESTree.Node, what: string) =>
      context.report({ node, messageId: "impure", data: { what } })
    return {
      CallExpression(node) {
        const name = dotted(node.callee)
        if (
          IMPURE_CALLS.has(name) ||
          (CLOCK_WITHOUT_ARGUMENTS.has(name) && node.arguments.length === 0)
        ) {
          report(node, `${name}()`)
        }
      },
      NewExpression(node) {
        if (dotted(node.callee) === "Date" && node.arguments.length === 0) {
          report(node, "new Date()")
        }
      },
      MemberExpression(node) {
        if (
          node.object.type === AST_NODE_TYPES.Identifier &&
          IMPURE_OBJECTS.has(node.object.name)
        ) {
          report(node, dotted(node))
        }
      },
    }
  },
})

function dotted(node: TSESTree.Node): string {
  if (node.type === AST_NODE_TYPES.Identifier) {
    return node.name
  }
  if (
    node.type === AST_NODE_TYPES.MemberExpression &&
    !node.computed &&
    node.object.type === AST_NODE_TYPES.Identifier
  ) {
    return `${node.object.name}.${dotted(node.property)}`
  }
  return ""
}
