import { withClient } from "../../scripts/postgres"

/** Version of the server behind a connection string. */
export function postgresVersion(url: string): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>(
      "show server_version"
    )
    return rows[0]?.server_version ?? "unknown"
  })
}
