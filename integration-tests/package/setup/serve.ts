import path from "node:path"

import {
  type AppProcess,
  type AppProcessOptions,
  launchAppProcess,
  startAppProcess,
} from "../../helpers/app-process"

import type { PackedShop } from "./prepare"

type ServeOptions = Pick<AppProcessOptions, "env" | "port" | "startSeconds"> & {
  databaseUrl: string
}

/** 32 bytes, for tests only. */
const ENCRYPTION_KEYS = `test:${Buffer.alloc(32, "packed shop").toString("base64")}`

/** Serves the built shop in production and waits until it answers. */
export function serveShop(
  shop: PackedShop,
  options: ServeOptions
): Promise<AppProcess> {
  return startAppProcess(command(shop, ["start"], options))
}

/** Starts the built shop without waiting: for starts that are to be refused. */
export function launchShop(
  shop: PackedShop,
  options: ServeOptions
): Promise<AppProcess> {
  return launchAppProcess(command(shop, ["start"], options))
}

/**
 * Runs one of Medusa's commands in the built shop.
 *
 * @throws Error with what it printed when it fails
 */
export async function runMedusa(
  shop: PackedShop,
  words: string[],
  options: ServeOptions
): Promise<void> {
  const process = await launchAppProcess(command(shop, words, options))
  const { code, signal } = await process.ended
  if (code !== 0) {
    throw new Error(
      `medusa ${words.join(" ")} ended with ${code ?? signal}:\n${process.output()}`
    )
  }
}

function command(
  { build }: PackedShop,
  words: string[],
  { databaseUrl, env, port, startSeconds }: ServeOptions
): AppProcessOptions {
  const anyOrigin = "http://localhost:8000"
  return {
    cwd: path.resolve(build),
    command: words,
    databaseUrl,
    port,
    startSeconds,
    env: {
      JWT_SECRET: "packed-shop-jwt-secret",
      COOKIE_SECRET: "packed-shop-cookie-secret",
      STORE_CORS: anyOrigin,
      ADMIN_CORS: anyOrigin,
      AUTH_CORS: anyOrigin,
      CORNERSTORE_ENCRYPTION_KEYS: ENCRYPTION_KEYS,
      ...env,
    },
  }
}
