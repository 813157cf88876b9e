import { Client } from "@medusajs/framework/pg"
import { z } from "@medusajs/framework/zod"

import { Sql } from "../../../src/modules/activity/queries/sql"

export type PlanNode = {
  "Node Type": string
  "Relation Name"?: string
  "Actual Rows"?: number
  "Rows Removed by Filter"?: number
  "Shared Hit Blocks": number
  "Shared Read Blocks": number
  Plans?: PlanNode[]
}

const answerSchema = z.tuple([
  z.object({
    "QUERY PLAN": z.tuple([z.object({ Plan: z.custom<PlanNode>() })]),
  }),
])

/** Runs queries for their plan instead of their answer, which is empty. */
export function explaining(client: Client, plans: PlanNode[]): Sql {
  return {
    async query<T>(text: string, params?: unknown[]): Promise<T> {
      const { rows } = await client.query(
        `explain (analyze, buffers, format json) ${text}`,
        params
      )
      plans.push(answerSchema.parse(rows)[0]["QUERY PLAN"][0].Plan)
      return [] as T
    },
  }
}

/** Blocks of 8 kB that a plan touched. */
export const blocksOf = (plan: PlanNode): number =>
  plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]

/** Makes partitions of months that are over, as if the shop had been open then. */
export async function makePastMonths(
  client: Client,
  table: "event" | "visit",
  months: number
): Promise<void> {
  await client.query(
    `do $$
     declare month date;
     begin
       for back in 1..${months} loop
         month := date_trunc('month', now()) - make_interval(months => back);
         execute format(
           'create table activity.%I partition of activity.${table}
              for values from (%L) to (%L)',
           '${table}_' || to_char(month, 'YYYY_MM'), month,
           month + interval '1 month');
       end loop;
     end $$`
  )
}
