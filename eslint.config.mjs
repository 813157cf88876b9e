import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"
import { tsImport } from "tsx/esm/api"

const { rules } = await tsImport(
  "./scripts/check/eslint/index.ts",
  import.meta.url
)

/** Tests, scripts and settings are not Medusa source. */
const NOT_MEDUSA = [
  "**/__tests__/**",
  "integration-tests/**",
  "benchmarks/**",
  "scripts/**",
  "*.{js,mjs,ts}",
]

// Medusa's first block ignores every test; ours are linted like the rest.
const medusaRules = medusa.configs.recommended
  .filter(
    ({ ignores, ...rest }) => !(ignores && Object.keys(rest).length === 0)
  )
  .map((block) =>
    block.files
      ? { ...block, ignores: [...(block.ignores ?? []), ...NOT_MEDUSA] }
      : block
  )

export default tseslint.config(
  {
    ignores: [
      "**/node_modules/**",
      "**/.medusa/**",
      "**/.cornerstore/**",
      "**/dist/**",
      "**/coverage/**",
      "assets/**",
      "examples/**",
      "**/migrations/**",
    ],
  },
  {
    // An exception belongs into the rule or into this file, with its reason.
    linterOptions: {
      noInlineConfig: true,
      reportUnusedDisableDirectives: "error",
    },
  },
  ...medusaRules,
  {
    files: ["**/*.{ts,tsx,mts}"],
    plugins: { "@typescript-eslint": tseslint.plugin, cornerstore: { rules } },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: [
          "./tsconfig.check.json",
          "./tsconfig.browser.json",
          "./tsconfig.browser-tests.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: false },
      ],
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/only-throw-error": "error",
      "cornerstore/dependency-direction": "error",
      "cornerstore/hooks-in-one-place": "error",
    },
  },
  {
    files: ["**/*.{ts,tsx,mts,mjs,js}"],
    rules: {
      curly: ["error", "all"],
      eqeqeq: ["error", "smart"],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CatchClause > BlockStatement[body.length=0]",
          message:
            "Handle the error or let it pass: a comment is not handling.",
        },
        {
          selector:
            "CallExpression[callee.property.name='catch'] > ArrowFunctionExpression > BlockStatement[body.length=0]",
          message: "Handle the rejection or let it pass.",
        },
      ],
    },
  },
  {
    files: ["src/modules/*/domain/**/*.ts"],
    ignores: ["**/__tests__/**"],
    rules: { "cornerstore/pure-domain": "error" },
  },
  {
    // Tests may look anywhere.
    files: ["**/__tests__/**"],
    rules: { "cornerstore/dependency-direction": "off" },
  },
  {
    // Browser code and SDK have no MedusaError: they run outside the server.
    files: ["src/web/**", "src/sdk/**"],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    files: ["**/*.spec.{ts,tsx}"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["describe", "it", "test"].flatMap((object) =>
          ["only", "skip", "todo"].map((property) => ({
            object,
            property,
            message: "A test that does not run tells nothing.",
          }))
        ),
      ],
    },
  }
)
