import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { ACTIVITY_MODULE } from "../../../src/modules/activity"
import { DEFAULT_COLLECTOR_SETTINGS } from "../../../src/modules/activity/domain/collector-settings"
import type { ConsentState } from "../../../src/modules/activity/domain/consents"
import type { Consent } from "../../../src/modules/activity/domain/consent"
import { mayKeep } from "../../../src/modules/activity/domain/consent"
import ActivityModuleService from "../../../src/modules/activity/service"
import { event, prepareStore, withClient } from "./setup"

jest.setTimeout(60_000)

const DB = "cornerstore-activity-consent"
const ANNA = "cus_01K9Z0000000000000000000AA"
const BEN = "cus_01K9Z0000000000000000000BB"

moduleIntegrationTestRunner<ActivityModuleService>({
  moduleName: ACTIVITY_MODULE,
  resolve: "./src/modules/activity",
  dbName: DB,
  hooks: { beforeModuleInit: prepareStore(DB) },
  testSuite: ({ service }) => {
    // The runner forgets the service first, and closes no pool but its own.
    let close: () => Promise<void>
    beforeEach(() => {
      close = service.__hooks.onApplicationShutdown
    })
    afterEach(() => close())

    let messages = 0
    /** What becomes of an event: kept, or counted. */
    const fateOf = async (
      values: Partial<Parameters<typeof event>[0]> = {}
    ): Promise<string> => {
      const { stored, counted } = await service.storeEvents([
        event({ message_id: `m${messages++}`, consent: "assumed", ...values }),
      ])
      return stored ? "kept" : counted ? "counted" : "lost"
    }
    const choose = (analytics: boolean, anonymous_id = "visitor-1") =>
      service.recordVisitorChoice({
        anonymous_id,
        analytics,
        text_version: null,
      })
    const says = (
      state: ConsentState["state"],
      customer = ANNA
    ): Promise<string[]> =>
      service.recordConsents(customer, [
        { purpose: "analytics", channel: null, state, text_version: "1" },
      ])
    const rows = <Row extends object>(sql: string, values: unknown[] = []) =>
      withClient(DB, async (client) => {
        const result = await client.query<Row>(sql, values)
        return result.rows
      })

    describe("a visitor's choice", () => {
      it("decides what nothing else does", async () => {
        const all: Consent[] = ["granted", "denied", "assumed", "unknown"]
        for (const choice of [null, true, false]) {
          const anonymous_id = `visitor-${choice}`
          if (choice !== null) {
            await choose(choice, anonymous_id)
          }
          for (const consent of all) {
            expect([
              choice,
              consent,
              await fateOf({ anonymous_id, consent }),
            ]).toEqual([
              choice,
              consent,
              mayKeep(consent, choice) ? "kept" : "counted",
            ])
          }
        }
      })

      it("can be changed, and keeps its time when it is only repeated", async () => {
        const at = new Date("2026-03-01T10:00:00Z")
        const later = new Date("2026-03-02T10:00:00Z")
        const no = {
          anonymous_id: "visitor-1",
          analytics: false,
          text_version: "1",
        }
        expect(await service.recordVisitorChoice(no, at)).toBe(false)
        expect(await service.recordVisitorChoice(no, later)).toBe(false)
        expect(
          await rows("select changed_at from activity.visitor_choice")
        ).toEqual([{ changed_at: at }])
        expect(
          await service.recordVisitorChoice({ ...no, analytics: true }, later)
        ).toBe(true)
        expect(await fateOf({ consent: "unknown" })).toBe("kept")
      })
    })

    describe("a customer's choice", () => {
      it("holds in each of her browsers, and for what a server says of her", async () => {
        for (const anonymous_id of ["phone", "laptop"]) {
          await service.linkVisitor({ anonymous_id, customer_id: ANNA })
        }
        expect(await fateOf({ anonymous_id: "phone" })).toBe("kept")
        await says("denied")
        expect(await fateOf({ anonymous_id: "phone" })).toBe("counted")
        expect(await fateOf({ anonymous_id: "laptop" })).toBe("counted")
        expect(
          await fateOf({
            anonymous_id: null,
            user_id: ANNA,
            claimed_customer_id: ANNA,
          })
        ).toBe("counted")
        expect(await fateOf({ anonymous_id: "somebody" })).toBe("kept")

        await says("granted")
        expect(
          await fateOf({ anonymous_id: "phone", consent: "unknown" })
        ).toBe("kept")
      })

      it("holds in a browser that she uses afterwards", async () => {
        await says("denied")
        await service.linkVisitor({
          anonymous_id: "new phone",
          customer_id: ANNA,
        })
        expect(await fateOf({ anonymous_id: "new phone" })).toBe("counted")
        await says("granted")
        await service.linkVisitor({
          anonymous_id: "new phone",
          customer_id: ANNA,
        })
        expect(await fateOf({ anonymous_id: "new phone" })).toBe("kept")
      })

      it("never turns the no of a browser into a yes", async () => {
        await service.linkVisitor({ anonymous_id: "phone", customer_id: ANNA })
        await choose(false, "phone")
        await says("granted")
        expect(await fateOf({ anonymous_id: "phone" })).toBe("counted")
        await choose(true, "phone")
        expect(await fateOf({ anonymous_id: "phone" })).toBe("kept")
        await says("denied")
        expect(await choose(true, "phone")).toBe(false)
        expect(await fateOf({ anonymous_id: "phone" })).toBe("counted")
      })

      it("leaves a browser with the link that is undone", async () => {
        await says("granted")
        const link = { anonymous_id: "borrowed", customer_id: ANNA }
        const previous = await service.linkVisitor(link)
        const isKept = () =>
          fateOf({ anonymous_id: "borrowed", consent: "unknown" })
        expect(await isKept()).toBe("kept")
        if (previous) {
          await service.restoreVisitorLink(previous)
        }
        expect(await isKept()).toBe("counted")
      })

      it("leaves nothing behind when it is undone", async () => {
        await service.linkVisitor({ anonymous_id: "phone", customer_id: ANNA })
        const entries = await says("denied")
        await service.removeConsents(ANNA, entries)
        expect(await service.listConsents(ANNA)).toEqual([])
        expect(await rows("select * from activity.visitor_choice")).toEqual([])
        expect(await fateOf({ anonymous_id: "phone" })).toBe("kept")
      })

      it("stands beside what the browser chose, in whatever order both are written", async () => {
        await service.linkVisitor({ anonymous_id: "phone", customer_id: ANNA })
        for (let round = 0; round < 20; round++) {
          await Promise.all([
            says(round % 2 ? "granted" : "denied"),
            choose(true, "phone"),
          ])
          expect(await fateOf({ anonymous_id: "phone" })).toBe(
            round % 2 ? "kept" : "counted"
          )
        }
      })

      it("reaches a browser that is joined to her at the same moment", async () => {
        for (let round = 0; round < 20; round++) {
          const customer_id = `cus_01K9Z00000000000000000${1000 + round}`
          const anonymous_id = `browser-${round}`
          await Promise.all([
            says("denied", customer_id),
            service.linkVisitor({ anonymous_id, customer_id }),
          ])
          expect([round, await fateOf({ anonymous_id })]).toEqual([
            round,
            "counted",
          ])
        }
      })

      it("of two at one browser is heard whoever speaks first", async () => {
        for (let round = 0; round < 10; round++) {
          const anonymous_id = `shared-${round}`
          const [first, second] = [`cus_a${round}`, `cus_b${round}`]
          await service.linkVisitor({ anonymous_id, customer_id: first })
          await service.linkVisitor({ anonymous_id, customer_id: second })
          await Promise.all([says("granted", first), says("denied", second)])
          expect([round, await fateOf({ anonymous_id })]).toEqual([
            round,
            "counted",
          ])
        }
      })
    })

    describe("the ledger of consents", () => {
      const marketing = (
        channel: ConsentState["channel"],
        state: ConsentState["state"],
        text_version: string | null = "1"
      ): ConsentState => ({
        purpose: "marketing",
        channel,
        state,
        text_version,
      })

      it("keeps each word and says the last, by purpose and channel", async () => {
        await service.recordConsents(ANNA, [
          marketing("email", "granted"),
          marketing("sms", "denied"),
          marketing(null, "denied"),
        ])
        await service.recordConsents(ANNA, [marketing("email", "denied")])
        await service.recordConsents(BEN, [marketing("email", "granted")])
        expect(await service.listConsents(ANNA)).toEqual([
          marketing("email", "denied"),
          marketing("sms", "denied"),
          marketing(null, "denied"),
        ])
        expect(
          await rows(
            `select state from activity.consent_entry
              where customer_id = $1 and channel = 'email' order by id`,
            [ANNA]
          )
        ).toEqual([{ state: "granted" }, { state: "denied" }])
      })

      it("does not repeat itself, unless the text is another", async () => {
        const said = [marketing("email", "granted")]
        expect(await service.recordConsents(ANNA, said)).toHaveLength(1)
        expect(await service.recordConsents(ANNA, said)).toEqual([])
        await Promise.all([1, 2, 3].map(() => says("granted")))
        expect(
          await service.recordConsents(ANNA, [
            marketing("email", "granted", "2"),
          ])
        ).toHaveLength(1)
        expect(await rows("select from activity.consent_entry")).toHaveLength(3)
      })
    })

    describe("settings", () => {
      it("are the defaults until somebody decides, then what was decided", async () => {
        expect(await service.retrieveCollectorSettings()).toEqual(
          DEFAULT_COLLECTOR_SETTINGS
        )
        await service.changeCollectorSettings({
          consent: { standard: "strict" },
        })
        await service.changeCollectorSettings({
          retention: { events_months: 6 },
        })
        const { consent, retention } = await service.retrieveCollectorSettings()
        expect(consent).toEqual({
          ...DEFAULT_COLLECTOR_SETTINGS.consent,
          standard: "strict",
        })
        expect(retention).toEqual({
          ...DEFAULT_COLLECTOR_SETTINGS.retention,
          events_months: 6,
        })
      })

      it("lose no change to another at the same time", async () => {
        await Promise.all([
          service.changeCollectorSettings({ consent: { standard: "strict" } }),
          service.changeCollectorSettings({ consent: { honour_dnt: false } }),
          service.changeCollectorSettings({ retention: { visits_months: 3 } }),
        ])
        expect(await service.retrieveCollectorSettings()).toMatchObject({
          consent: { standard: "strict", honour_dnt: false },
          retention: { visits_months: 3 },
        })
      })

      it("are put back, unless somebody changed them again", async () => {
        const first = await service.changeCollectorSettings({
          consent: { standard: "strict" },
        })
        await service.restoreCollectorSettings(first)
        expect(await service.retrieveCollectorSettings()).toEqual(
          DEFAULT_COLLECTOR_SETTINGS
        )
        const second = await service.changeCollectorSettings({
          consent: { standard: "strict" },
        })
        await service.changeCollectorSettings({
          retention: { events_months: 6 },
        })
        await service.restoreCollectorSettings(second)
        expect(await service.retrieveCollectorSettings()).toMatchObject({
          consent: { standard: "strict" },
          retention: { events_months: 6 },
        })
      })

      it("that nobody can read are no guess", async () => {
        await rows(
          `insert into activity.collector_setting (value, version, changed_at)
           values ('{"consent": {"standard": "perhaps"}}', 1, now())`
        )
        await expect(service.retrieveCollectorSettings()).rejects.toThrow(
          /consent\.standard/
        )
      })
    })
  },
})
