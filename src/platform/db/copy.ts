// PostgreSQL's COPY through the driver: a table goes out, and comes in, as a stream that is never wholly in memory
// (PostgreSQL manual, 54.2.6). The driver hands its protocol messages to whatever is being asked; this is such an asker.
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type pg from 'pg'

type Connection = { stream: Socket; query: (text: string) => void; sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void; sendCopyFail: (why: string) => void }

/** The rows in COPY's text format, one line each. */
export function copyOut(client: pg.ClientBase, text: string): AsyncIterable<Buffer> {
  let connection: Connection | undefined
  const rows = new Readable({ highWaterMark: 1 << 20, read: () => void connection?.stream.resume() })
  ask(client, {
    submit: (given) => { connection = given; given.query(text) },
    // The driver reads the next bytes into the same memory, so a row that waits must have its own.
    handleCopyData: ({ chunk }) => { if (!rows.push(Buffer.from(chunk))) connection?.stream.pause() },
    handleReadyForQuery: () => void rows.push(null),
    handleError: (error) => void rows.destroy(error),
    handleCopyInResponse: (given) => given.sendCopyFail('only reading'),
  })
  return rows
}

/** Takes rows in. When `rows` fails, the statement fails with it. */
export function copyIn(client: pg.ClientBase, text: string, rows: AsyncIterable<Buffer>): Promise<void> {
  return new Promise((done, failed) => {
    let because: unknown
    ask(client, {
      submit: (connection) => connection.query(text),
      handleCopyInResponse: (connection) => void pour(connection, rows).catch((error: Error) => { because = error; connection.sendCopyFail(error.message) }),
      handleCopyData: () => {},
      handleReadyForQuery: () => done(),
      handleError: (error) => failed(because ?? error),
    })
  })
}

async function pour(connection: Connection, rows: AsyncIterable<Buffer>): Promise<void> {
  for await (const chunk of rows) {
    connection.sendCopyFromChunk(chunk)
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
  }
  connection.endCopyFrom()
}

type Asker = {
  submit: (connection: Connection) => void
  handleCopyData: (message: { chunk: Buffer }) => void
  handleCopyInResponse: (connection: Connection) => void
  handleReadyForQuery: () => void
  handleError: (error: Error) => void
}
const nothing = () => {}

function ask(client: pg.ClientBase, asker: Asker): void {
  client.query({ ...asker, handleCommandComplete: nothing, handleRowDescription: nothing, handleDataRow: nothing, handleEmptyQuery: nothing, handlePortalSuspended: nothing } as unknown as pg.Submittable)
}
