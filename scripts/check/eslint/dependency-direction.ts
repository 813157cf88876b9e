import path from "node:path"

import {
  AST_NODE_TYPES,
  ESLintUtils,
  type TSESLint,
  type TSESTree,
} from "@typescript-eslint/utils"

import { forbiddenImport } from "./layers"

type Context = Readonly<TSESLint.RuleContext<"forbidden", []>>

const createRule = ESLintUtils.RuleCreator.withoutDocs

/** Reports imports against the direction of `layers.ts`. */
export const dependencyDirection = createRule({
  meta: {
    type: "problem",
    messages: { forbidden: "{{reason}}" },
    schema: [],
  },
  defaultOptions: [],
  create(context: Context) {
    const from = path
      .relative(context.cwd, context.filename)
      .replaceAll(path.sep, "/")
    const look = (node: TSESTree.Node, source: unknown, typeOnly: boolean) => {
      if (typeof source !== "string") {
        return
      }
      const reason = forbiddenImport({ from, source, typeOnly })
      if (reason) {
        context.report({ node, messageId: "forbidden", data: { reason } })
      }
    }
    return {
      ImportDeclaration: (node) =>
        look(node, node.source.value, isTypeOnly(context, node)),
      ExportNamedDeclaration: (node) =>
        look(node, node.source?.value, node.exportKind === "type"),
      ExportAllDeclaration: (node) =>
        look(node, node.source.value, node.exportKind === "type"),
      ImportExpression: (node) =>
        look(
          node,
          node.source.type === AST_NODE_TYPES.Literal && node.source.value,
          false
        ),
      TSImportType: (node) => look(node, node.source.value, true),
      CallExpression: (node) => {
        const [first] = node.arguments
        if (
          node.callee.type === AST_NODE_TYPES.Identifier &&
          node.callee.name === "require" &&
          first?.type === AST_NODE_TYPES.Literal
        ) {
          look(node, first.value, false)
        }
      },
    }
  },
})

/** True when TypeScript leaves nothing of the import in the compiled file. */
function isTypeOnly(
  { sourceCode }: Context,
  node: TSESTree.ImportDeclaration
): boolean {
  if (node.importKind === "type") {
    return true
  }
  const variables = sourceCode.getDeclaredVariables?.(node) ?? []
  return (
    variables.length > 0 &&
    variables.every(
      ({ references }) =>
        references.length > 0 &&
        references.every((reference) => reference.isTypeReference)
    )
  )
}
