import { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { Context, Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  generateEntityId,
  InjectManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"

import { getCurrentOptions } from "../../lib/current-options"
import { ClaimedMessage, OutboxStore } from "../../lib/outbox"
import { ReconcilerStore } from "../../lib/reconciler"
import { closeSseHub } from "../../lib/sse"
import { PurgeableTable } from "./domain/retention"
import { OutboxMessage } from "./models/outbox-message"
import { ProcessHeartbeat } from "./models/process-heartbeat"
import { ReconcilerRun } from "./models/reconciler-run"
import {
  identifyProcess,
  isServing,
  ProcessIdentity,
  ProcessRole,
} from "./process/identity"
import { LockConnection, LockState } from "./process/lock"
import { Presence } from "./process/presence"
import * as heartbeat from "./queries/heartbeat"
import * as outbox from "./queries/outbox"
import * as purge from "./queries/purge"
import * as reconciler from "./queries/reconciler"
import { SqlExecutor } from "./queries/sql"

type Dependencies = {
  [ContainerRegistrationKeys.LOGGER]: Logger
  [ContainerRegistrationKeys.PG_CONNECTION]: {
    client: { acquireRawConnection(): Promise<LockConnection> }
  }
  [ContainerRegistrationKeys.CONFIG_MODULE]?: {
    projectConfig?: { workerMode?: ProcessRole }
  }
}

type SqlContext = Context<EntityManager>

/** What the processes of this deployment need to agree on. */
export default class RuntimeModuleService
  extends MedusaService({ OutboxMessage, ReconcilerRun, ProcessHeartbeat })
  implements OutboxStore, ReconcilerStore
{
  /** This process, for as long as it lives. */
  readonly process: ProcessIdentity
  private readonly presence_: Presence

  constructor(dependencies: Dependencies, ...rest: unknown[]) {
    super(dependencies, ...rest)
    const logger = dependencies[ContainerRegistrationKeys.LOGGER]
    const pgConnection = dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    const config = dependencies[ContainerRegistrationKeys.CONFIG_MODULE]
    this.process = identifyProcess(config?.projectConfig?.workerMode)
    this.presence_ = new Presence({
      identity: this.process,
      connect: () => pgConnection.client.acquireRawConnection(),
      mode: getCurrentOptions().redisUrl ? "together" : "alone",
      beat: () => this.beat(new Date()),
      leave: () => this.leave(),
      logger,
    })
  }

  __hooks = {
    onApplicationStart: async () => {
      if (isServing(process.argv, process.env)) {
        await this.presence_.start()
      }
    },
    // The shared connections are still open in this phase.
    onApplicationPrepareShutdown: async () => {
      await closeSseHub()
      if (isServing(process.argv, process.env)) {
        await this.presence_.stop()
      }
    },
  }

  /** State of the process lock. */
  get lockState(): LockState {
    return this.presence_.lockState
  }

  /** Says that this process lives. */
  @InjectManager()
  async beat(now: Date, @MedusaContext() context: SqlContext = {}) {
    await heartbeat.upsertHeartbeat(sqlOf(context), this.process, now)
  }

  /** Takes this process off the list of those that live. */
  @InjectManager()
  async leave(@MedusaContext() context: SqlContext = {}) {
    await heartbeat.deleteHeartbeat(sqlOf(context), this.process.id)
  }

  /** Answers when the database does. */
  @InjectManager()
  async ping(@MedusaContext() context: SqlContext = {}): Promise<void> {
    await sqlOf(context).execute("select 1")
  }

  /**
   * Stores intents. A (kind, key) that exists is left as it is.
   * @returns ids of the messages that are new
   */
  @InjectManager()
  async enqueueOutboxMessages(
    messages: Omit<outbox.NewOutboxMessage, "id">[],
    now: Date = new Date(),
    @MedusaContext() context: SqlContext = {}
  ): Promise<string[]> {
    const withIds = messages.map((message) => ({
      ...message,
      id: generateEntityId(undefined, "outbox"),
    }))
    return outbox.insertOutboxMessages(sqlOf(context), withIds, now)
  }

  /** Claims due messages of the given kinds until `lockedUntil`. */
  @InjectManager()
  async claimOutboxMessages(
    input: Parameters<OutboxStore["claimOutboxMessages"]>[0],
    @MedusaContext() context: SqlContext = {}
  ): Promise<ClaimedMessage[]> {
    return outbox.claimOutboxMessages(sqlOf(context), input)
  }

  /** Writes the end of a claim; false when its lease had ended. */
  @InjectManager()
  async settleOutboxMessage(
    input: Parameters<OutboxStore["settleOutboxMessage"]>[0],
    @MedusaContext() context: SqlContext = {}
  ): Promise<boolean> {
    return outbox.settleOutboxMessage(sqlOf(context), input)
  }

  /** Takes back messages that were not sent; returns how many. */
  @InjectManager()
  async removeUnsentOutboxMessages(
    ids: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<number> {
    return outbox.removeUnsentOutboxMessages(sqlOf(context), ids)
  }

  /** Moves a dead letter back to the queue; false when it is none. */
  @InjectManager()
  async requeueFailedOutboxMessage(
    id: string,
    now: Date = new Date(),
    @MedusaContext() context: SqlContext = {}
  ): Promise<boolean> {
    return outbox.requeueFailedOutboxMessage(sqlOf(context), id, now)
  }

  /** Undoes a requeue unless a sender has the message by now. */
  @InjectManager()
  async failRequeuedOutboxMessage(
    id: string,
    attempts: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<boolean> {
    return outbox.failRequeuedOutboxMessage(sqlOf(context), id, attempts)
  }

  /** Gives at most `limit` messages of dead senders back; returns how many. */
  @InjectManager()
  async releaseExpiredOutboxLeases(
    now: Date,
    limit: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<number> {
    return outbox.releaseExpiredOutboxLeases(sqlOf(context), now, limit)
  }

  /** Counts what waits and what failed, never what was sent. */
  @InjectManager()
  async getOutboxStats(
    now: Date = new Date(),
    @MedusaContext() context: SqlContext = {}
  ): Promise<outbox.OutboxStats> {
    return outbox.readOutboxStats(sqlOf(context), now)
  }

  /** Takes a tick; null when it is taken or the reconciler is at work. */
  @InjectManager()
  async claimReconcilerTick(
    input: Parameters<ReconcilerStore["claimReconcilerTick"]>[0],
    @MedusaContext() context: SqlContext = {}
  ): Promise<string | null> {
    const id = generateEntityId(undefined, "recrun")
    return reconciler.claimReconcilerTick(sqlOf(context), { ...input, id })
  }

  @InjectManager()
  async finishReconcilerRun(
    input: Parameters<ReconcilerStore["finishReconcilerRun"]>[0],
    @MedusaContext() context: SqlContext = {}
  ): Promise<void> {
    await reconciler.finishReconcilerRun(sqlOf(context), input)
  }

  /** The newest run of each named reconciler that ever ran. */
  @InjectManager()
  async listLastReconcilerRuns(
    names: string[],
    @MedusaContext() context: SqlContext = {}
  ): Promise<reconciler.LastReconcilerRun[]> {
    return reconciler.listLastReconcilerRuns(sqlOf(context), names)
  }

  /** Removes at most `limit` rows older than `before`; returns how many. */
  @InjectManager()
  async purgeOlderThan(
    table: PurgeableTable,
    before: Date,
    limit: number,
    @MedusaContext() context: SqlContext = {}
  ): Promise<number> {
    return purge.purgeOlderThan(sqlOf(context), table, before, limit)
  }
}

/** The caller's transaction when there is one, else the injected manager. */
function sqlOf({ transactionManager, manager }: SqlContext): SqlExecutor {
  const executor = transactionManager ?? manager
  if (!executor) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "The runtime module was called without a database manager"
    )
  }
  return executor
}
