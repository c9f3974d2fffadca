// One connection to PostgreSQL: it says statements asked through `planned` by their name, and its promises let go of what they brought.
import pg from 'pg'
import { nameOf } from './planned.ts'

type Answered = (error: Error | null, result: pg.QueryResult) => void

export class Client extends pg.Client {
  /**
   * The driver makes its own promise of a question such that each holds the one before it, with all its rows, until the whole heap is
   * searched: a quarter of everything a list costs. By its callback it does not.
   */
  override query = ((...given: unknown[]) => {
    const [asked, values] = given
    if (given.length > 2 || typeof values === 'function' || isOwn(asked)) return this.say(given)
    return new Promise((done, failed) => this.say([asked, values, ((error, result) => (error ? failed(error) : done(result))) satisfies Answered]))
  }) as pg.Client['query']

  private say([asked, ...rest]: unknown[]): unknown {
    const name = typeof asked === 'string' ? nameOf(asked) : undefined
    return name ? super.query({ name, text: asked as string, values: rest[0] as unknown[] }, rest[1] as never) : super.query(asked as string, ...rest as [never])
  }
}

/** A cursor or a stream, which answers in its own way. */
const isOwn = (asked: unknown): boolean => typeof (asked as { submit?: unknown }).submit === 'function'
