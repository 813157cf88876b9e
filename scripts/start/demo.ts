import { withClient } from "../postgres"
import { DEMO_KEY, type DemoMarker, isDemoMarker } from "../seed/marker"
import { DEMO_ADMIN } from "../seed/demo-people"
import { PRODUCTS } from "../seed/product-list"
import { runLogged } from "./child"
import type { StartContext } from "./context"
import { writeJson } from "./json-file"
import { NO_SIMULATORS, type Simulators } from "./simulators"

/** What the demo shop is reached with; null where no demo was seeded. */
export type Demo = {
  publishableKey: string
  regionId: string
  salesChannelId: string
}

/**
 * What a database holds: the demo, somebody's own shop, or nothing yet. The
 * seed asks the same; asking here spares a start of Medusa each time.
 */
export async function whatIsSold(
  url: string
): Promise<"demo" | "another" | "nothing"> {
  if (await readMarker(url)) {
    return "demo"
  }
  return (await holdsAnotherShop(url)) ? "another" : "nothing"
}

/** Fills an empty shop with the demo, once. */
export async function seedOnce(
  context: StartContext,
  sold: Awaited<ReturnType<typeof whatIsSold>>
): Promise<void> {
  const { paths, env, progress, signal } = context
  if (sold === "demo") {
    progress.skip("demo shop is there")
    return
  }
  if (sold === "another") {
    progress.skip("this database holds another shop, so it gets no demo")
    return
  }
  await progress.step("setting up the demo shop", () =>
    runLogged(
      paths,
      {
        title: "Setting up the demo shop",
        name: "seed",
        args: [context.medusa, "exec", "./scripts/seed/index.ts"],
        cwd: paths.root,
        env: { ...env, NODE_ENV: "development" },
      },
      signal
    )
  )
}

/** Reads what the demo shop is reached with from the database. */
export async function findDemo(url: string): Promise<Demo | undefined> {
  const marker = await readMarker(url)
  if (!marker) {
    return undefined
  }
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ token: string }>(
      "select token from api_key where id = $1 and deleted_at is null and revoked_at is null",
      [marker.publishable_key_id]
    )
    const publishableKey = rows[0]?.token
    return publishableKey === undefined
      ? undefined
      : {
          publishableKey,
          regionId: marker.region_id,
          salesChannelId: marker.sales_channel_id,
        }
  })
}

/** Writes `.cornerstore/demo.json`, from which tools learn where the shop is. */
export async function writeDemoFile(
  { paths, settings, database }: StartContext,
  demo: Demo | undefined,
  simulators: Simulators
): Promise<void> {
  const content = demoFile(settings.backendUrl, database.url, demo, simulators)
  // Only this user reads it: the owner's own database has a real password.
  await writeJson(paths.demo, content, 0o600)
}

/** The content of `demo.json`. */
export function demoFile(
  url: string,
  databaseUrl: string,
  demo?: Demo,
  { dutchie }: Simulators = NO_SIMULATORS
) {
  return {
    url,
    admin: demo ? DEMO_ADMIN : null,
    publishable_key: demo?.publishableKey ?? null,
    database_url: databaseUrl,
    region_id: demo?.regionId ?? null,
    sales_channel_id: demo?.salesChannelId ?? null,
    simulators: dutchie ? { dutchie } : {},
  }
}

function holdsAnotherShop(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query(
      "select 1 from product where handle <> all($1) and deleted_at is null limit 1",
      [PRODUCTS.map(({ handle }) => handle)]
    )
    return rowCount !== 0
  })
}

function readMarker(url: string): Promise<DemoMarker | undefined> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ marker: unknown }>(
      "select metadata->$1 as marker from store where metadata ? $1 and deleted_at is null limit 1",
      [DEMO_KEY]
    )
    const marker = rows[0]?.marker
    return isDemoMarker(marker) ? marker : undefined
  })
}
