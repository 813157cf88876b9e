/**
 * A process of its own that counts events in small portions and says when it
 * begins with each, until its parent kills it. Runs with `DATABASE_URL` of a
 * migrated store and `ZONE`.
 */
import ActivityModuleService from "../../../src/modules/activity/service"

const PORTION = 25

async function main() {
  const service = new ActivityModuleService(
    {},
    {
      timeZone: process.env.ZONE,
      activity: { databaseUrl: process.env.DATABASE_URL },
    }
  )
  await service.ping()
  for (let turn = 0; ; turn++) {
    process.stdout.write(`counting ${turn}\n`)
    const { state } = await service.rollUp(PORTION)
    if (state === "done") {
      process.stdout.write("done\n")
      break
    }
  }
  await service.__hooks.onApplicationShutdown()
}

void main()
