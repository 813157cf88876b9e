import path from "node:path"

import { AST_NODE_TYPES, ESLintUtils } from "@typescript-eslint/utils"

const createRule = ESLintUtils.RuleCreator.withoutDocs
const ALLOWED = "src/workflows/hooks/"

/**
 * Medusa takes one handler per workflow hook and process, and takes it when the
 * file loads. Only `src/workflows/hooks` may do that, where it can be switched
 * off for a host with handlers of its own.
 */
export const hooksInOnePlace = createRule({
  meta: {
    type: "problem",
    messages: {
      elsewhere:
        "{{workflow}}.hooks may only be touched in src/workflows/hooks: export a function and let the composed handler call it",
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const file = path
      .relative(context.cwd, context.filename)
      .replaceAll(path.sep, "/")
    if (!file.startsWith("src/") || file.startsWith(ALLOWED)) {
      return {}
    }
    return {
      MemberExpression(node) {
        if (
          node.property.type === AST_NODE_TYPES.Identifier &&
          node.property.name === "hooks" &&
          node.object.type === AST_NODE_TYPES.Identifier &&
          node.object.name.endsWith("Workflow")
        ) {
          context.report({
            node,
            messageId: "elsewhere",
            data: { workflow: node.object.name },
          })
        }
      },
    }
  },
})
