import { defineConfig, loadEnv } from "@medusajs/framework/utils"

import { withCornerstore } from "./src/config"

loadEnv(process.env.NODE_ENV || "development", process.cwd())

const backendUrl = process.env.MEDUSA_BACKEND_URL ?? "http://localhost:9000"

module.exports = defineConfig(
  withCornerstore(
    {
      projectConfig: {
        databaseUrl: process.env.DATABASE_URL,
        workerMode: process.env.MEDUSA_WORKER_MODE as
          "shared" | "worker" | "server" | undefined,
        http: {
          storeCors: process.env.STORE_CORS ?? "http://localhost:8000",
          adminCors: process.env.ADMIN_CORS ?? backendUrl,
          authCors:
            process.env.AUTH_CORS ?? `http://localhost:8000,${backendUrl}`,
        },
      },
      modules: [
        {
          resolve: "@medusajs/medusa/file",
          options: {
            providers: [
              {
                resolve: "@medusajs/medusa/file-local",
                id: "local",
                // Left out, links to uploads name port 9000 whatever is served on.
                options: { backend_url: `${backendUrl}/static` },
              },
            ],
          },
        },
      ],
    },
    {
      backendUrl,
      timeZone: process.env.CORNERSTORE_TIME_ZONE ?? "America/Los_Angeles",
      // This shop is ours, so clients may send to its root as well.
      activity: { collectAtRoot: true },
    },
    { source: "./src" }
  )
)
