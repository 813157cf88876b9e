import path from "node:path"

/** The Medusa a shop runs today, and the newest gift-card plugin beside it. */
const MEDUSA = "2.21.2"
const MEDUSA_UI = "4.2.6"
const LOYALTY = "2.21.1"

/**
 * A shop's `package.json`, as the README tells it to be written. The gift-card
 * plugin has exact peers of an older Medusa: without the overrides npm refuses
 * to install it.
 *
 * @param tarball - path of the packed plugin
 */
export function shopManifest(tarball: string): string {
  const medusa = (names: string[]) =>
    Object.fromEntries(names.map((name) => [`@medusajs/${name}`, MEDUSA]))
  return json({
    name: "corner-shop",
    version: "1.0.0",
    private: true,
    scripts: { build: "medusa build", start: "medusa start" },
    dependencies: {
      ...medusa(["admin-sdk", "cli", "framework", "medusa"]),
      "@medusajs/loyalty-plugin": LOYALTY,
      "medusa-plugin-cornerstore": `file:${tarball}`,
    },
    devDependencies: {
      "@swc/core": "^1.7.28",
      "@types/node": "^20.19.0",
      "ts-node": "^10.9.2",
      typescript: "^5.9.0",
    },
    overrides: {
      "@medusajs/loyalty-plugin": {
        ...medusa([
          "admin-sdk",
          "cli",
          "dashboard",
          "framework",
          "icons",
          "medusa",
          "test-utils",
        ]),
        "@medusajs/ui": MEDUSA_UI,
      },
    },
  })
}

/**
 * The shop's own files. `MEDUSA_FF_RBAC`, `SHOP_OPTIONS` and
 * `SHOP_CHECKS_CARTS` stand for edits of its source, so that one build serves
 * all suites.
 */
export const SHOP_FILES: Record<string, string> = {
  "medusa-config.ts": `import { defineConfig, loadEnv } from "@medusajs/framework/utils"
import { withCornerstore } from "medusa-plugin-cornerstore"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

module.exports = defineConfig(
  withCornerstore(
    {
      projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        workerMode: process.env.MEDUSA_WORKER_MODE as
          "shared" | "worker" | "server" | undefined,
        http: {
          storeCors: process.env.STORE_CORS!,
          adminCors: process.env.ADMIN_CORS!,
          authCors: process.env.AUTH_CORS!,
          jwtSecret: process.env.JWT_SECRET,
          cookieSecret: process.env.COOKIE_SECRET,
        },
      },
      plugins: [{ resolve: "@medusajs/loyalty-plugin", options: {} }],
      // The flag alone forbids everything: it does not bring its module.
      featureFlags: { rbac: Boolean(process.env.MEDUSA_FF_RBAC) },
      modules: process.env.MEDUSA_FF_RBAC
        ? [{ resolve: "@medusajs/medusa/rbac" }]
        : [],
    },
    {
      timeZone: "America/Los_Angeles",
      ...JSON.parse(process.env.SHOP_OPTIONS ?? "{}"),
    }
  )
)
`,
  "src/workflows/hooks/cornerstore.ts": `import { MedusaError } from "@medusajs/framework/utils"
import {
  calculateShippingOptionsPricesWorkflow,
  completeCartWorkflow,
  listShippingOptionsForCartWithPricingWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  guardCartCompletion,
  setDeliveryPricingContext,
  undoCartCompletion,
} from "medusa-plugin-cornerstore/workflows"

if (process.env.SHOP_CHECKS_CARTS) {
  completeCartWorkflow.hooks.validate(async (input, context) => {
    if (input.cart.email?.endsWith("@blocked.example")) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "This shop sells nothing to blocked.example"
      )
    }
    return await guardCartCompletion(input, context)
  }, undoCartCompletion)
  listShippingOptionsForCartWithPricingWorkflow.hooks.setCalculatedShippingPricingContext(
    setDeliveryPricingContext
  )
  calculateShippingOptionsPricesWorkflow.hooks.setCalculatedShippingPricingContext(
    setDeliveryPricingContext
  )
}
`,
  "tsconfig.json": json({
    compilerOptions: {
      target: "ES2021",
      module: "Node16",
      moduleResolution: "Node16",
      esModuleInterop: true,
      emitDecoratorMetadata: true,
      experimentalDecorators: true,
      skipLibCheck: true,
      strict: true,
      resolveJsonModule: true,
      inlineSourceMap: true,
      jsx: "react-jsx",
      rootDir: "./",
      outDir: "./.medusa/server",
    },
    "ts-node": { swc: true },
    include: ["**/*", ".medusa/types/*"],
    exclude: ["node_modules", ".medusa/server", ".medusa/admin", ".cache"],
  }),
}

/** `package.json` of a storefront: js-sdk, our package for `/sdk`, nothing of the server. */
export function storefrontManifest(tarball: string): string {
  return json({
    name: "storefront",
    version: "1.0.0",
    private: true,
    type: "module",
    dependencies: {
      "@medusajs/js-sdk": MEDUSA,
      "medusa-plugin-cornerstore": `file:${tarball}`,
    },
    devDependencies: { typescript: "^5.9.0" },
  })
}

/** Where `medusa build` puts the shop that production runs. */
export const buildOf = (shop: string) => path.join(shop, ".medusa", "server")

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
