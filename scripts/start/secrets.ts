import { randomBytes } from "node:crypto"
import { existsSync } from "node:fs"
import { chmod, readFile } from "node:fs/promises"

import { SetupError } from "../postgres"
import { writeJson } from "./json-file"

/** Variables whose value has to be unguessable and stay the same. */
const NAMES = [
  "JWT_SECRET",
  "COOKIE_SECRET",
  "CORNERSTORE_ENCRYPTION_KEYS",
  "AUTH_MFA_ENCRYPTION_KEY",
] as const

export type SecretName = (typeof NAMES)[number]
export type Secrets = Record<SecretName, string>

/**
 * Secrets from the environment; those it does not set are made once and kept in
 * a file that only this user reads.
 *
 * @throws SetupError when the file cannot be understood
 */
export async function loadSecrets(
  file: string,
  env: NodeJS.ProcessEnv
): Promise<Secrets> {
  const kept = await readSecrets(file)
  const secrets = completeSecrets(kept)
  if (NAMES.some((name) => kept[name] === undefined)) {
    await writeJson(file, secrets, 0o600)
  } else {
    await chmod(file, 0o600)
  }
  return preferEnvironment(secrets, env)
}

/** Makes the missing ones; what is there stays, or stored data is unreadable. */
export function completeSecrets(kept: Partial<Secrets>): Secrets {
  return {
    JWT_SECRET: kept.JWT_SECRET ?? random(),
    COOKIE_SECRET: kept.COOKIE_SECRET ?? random(),
    CORNERSTORE_ENCRYPTION_KEYS:
      kept.CORNERSTORE_ENCRYPTION_KEYS ?? `k1:${random("base64")}`,
    AUTH_MFA_ENCRYPTION_KEY: kept.AUTH_MFA_ENCRYPTION_KEY ?? random("base64"),
  }
}

/** The environment wins over the file. */
export function preferEnvironment(
  secrets: Secrets,
  env: NodeJS.ProcessEnv
): Secrets {
  const entries = NAMES.map((name) => [name, env[name] || secrets[name]])
  return { ...secrets, ...Object.fromEntries(entries) }
}

function random(encoding: BufferEncoding = "base64url"): string {
  return randomBytes(32).toString(encoding)
}

async function readSecrets(file: string): Promise<Partial<Secrets>> {
  if (!existsSync(file)) {
    return {}
  }
  try {
    return JSON.parse(await readFile(file, "utf8")) as Partial<Secrets>
  } catch {
    throw new SetupError(
      `${file} is not valid JSON: restore it from a backup, or remove it to get new secrets (stored credentials then have to be entered again).`
    )
  }
}
