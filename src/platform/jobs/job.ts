// Work nobody waits for. It begins by the clock, may run twice, and must not mind.
import type { Database, Writing } from '../db/database.ts'
import type { Day, Instant } from '../kinds.ts'

export type Night = { db: Writing; today: Day; now: Instant }
export type Job =
  | { cron: string; run: (night: Night) => Promise<void> }
  /** Outside a transaction, because it talks to others: mail. */
  | { every: number; run: (db: Database) => Promise<void> }
export type Jobs = Record<string, Job>

/** `cron` in UTC. */
export const daily = (cron: string, run: (night: Night) => Promise<void>): Job => ({ cron, run })
export const every = (seconds: number, run: (db: Database) => Promise<void>): Job => ({ every: seconds, run })
