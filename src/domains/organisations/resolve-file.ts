// Resolves the rows of a CSV: each text once, then all of them in the light of the file, with no more in memory than its distinct texts.
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { stringify } from 'csv-stringify'
import { collect } from './collect.ts'
import { answeredFrom } from './resolver/match/judge.ts'
import { type Asked, jointly } from './resolver/joint.ts'
import { readCountry } from './resolver/places/countries.ts'
import type { Resolver } from './resolver/resolver.ts'
import type { Candidate, Resolution } from './resolver/types.ts'

export type Row = Record<string, string>
export type Columns = { text: string; country: string | null; asOf: string | null; hideName: string | null }
/** `distinct` texts were asked; the file itself settled `helped` of them, and `alike` that nobody registered only spell another anew. */
export type Summary = { rows: number; distinct: number; helped: number; alike: number }

export async function* rowsOf(path: string): AsyncGenerator<Row> {
  for await (const row of createReadStream(path).pipe(parse({ columns: true, bom: true, skip_empty_lines: true }))) yield row as Row
}

/** What the texts between leave behind never grows larger than the index. */
const betweenCollections = 500

const cell = (row: Row, column: string | null): string => column ? row[column]?.trim() ?? '' : ''
const keyOf = (row: Row, columns: Columns): string => [row[columns.text] ?? '', cell(row, columns.country), cell(row, columns.asOf)].join('\u001f')

export async function resolveFile(resolver: Resolver, path: string, out: string, columns: Columns): Promise<Summary> {
  if (columns.hideName) await hideNames(resolver, path, columns.hideName)
  const asked = new Map<string, Asked>()
  for await (const row of rowsOf(path)) {
    const key = keyOf(row, columns)
    if (asked.has(key)) continue
    asked.set(key, ask(resolver, row, columns))
    if (asked.size % betweenCollections === 0) collect()
  }
  const alone = [...asked.values()]
  const together = columns.hideName ? alone.map(({ resolution }) => resolution) : jointly(alone)
  const answers = new Map([...asked.keys()].map((key, place) => [key, together[place] as Resolution]))
  const summary = { rows: 0, distinct: alone.length, helped: alone.filter(({ resolution }, place) => together[place]?.organisation !== resolution.organisation).length, alike: together.filter(isAlike).length }
  await pipeline(rowsOf(path), async function* (rows) {
    for await (const row of rows) yield answerOf(row, ++summary.rows, answers.get(keyOf(row, columns)) as Resolution, columns)
  }, stringify({ header: true, columns: ['row_id', 'ror_id', 'confidence', 'decision'] }), createWriteStream(out))
  return summary
}

const isAlike = ({ decision, evidence }: Resolution): boolean => decision === 'new' && evidence.length > 0

async function hideNames(resolver: Resolver, path: string, column: string): Promise<void> {
  const names = new Set<string>()
  for await (const row of rowsOf(path)) if (row[column]) names.add(row[column])
  resolver.hideNames(names)
}

function ask(resolver: Resolver, row: Row, columns: Columns): Asked {
  const text = row[columns.text] ?? ''
  const written = cell(row, columns.country)
  const country = written ? readCountry(written)?.code ?? null : null
  return { text, country, resolution: slim(resolver.resolve({ text, country, asOf: cell(row, columns.asOf) || null })) }
}

/** A large file has many texts: of each is kept what another row could still change. */
function slim(resolution: Resolution): Resolution {
  const bare = (one: Candidate): Candidate => ({ ...one, evidence: resolution.decision === 'offered' ? one.evidence : [] })
  return { ...resolution, organisation: resolution.organisation && bare(resolution.organisation), candidates: resolution.decision === 'offered' ? resolution.candidates.map(bare) : [] }
}

function answerOf(row: Row, place: number, { organisation, confidence, decision }: Resolution, columns: Columns): Row {
  const answered = decision === 'matched' || confidence >= answeredFrom() || columns.hideName !== null
  return { row_id: row.row_id || row.id || String(place), ror_id: answered ? organisation?.ror ?? '' : '', confidence: confidence.toFixed(4), decision: organisation ? decision : 'none' }
}
