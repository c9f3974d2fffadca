// Learns the resolver's parameters, and measures it beside the exact dictionary on what was held back.
import { writeFile } from 'node:fs/promises'
import { buildFromRegister } from './built-index.ts'
import type { ReadRegister } from './model.ts'
import { ExactDictionary } from './resolver/learn/exact.ts'
import { type Hidden, hiddenOf, hiddenSamples, hide, isHeldBack, type Labelled, labelledOf, samplesOf } from './resolver/learn/labelled.ts'
import { answerOf, calibrationError, firstPlaces, type Found, type Score, scoreOf } from './resolver/learn/measure.ts'
import { jointly, type Known } from './resolver/resolver.ts'
import { mineUnspaced } from './resolver/learn/mine-unspaced.ts'
import { learn } from './resolver/learn/train.ts'
import { answeredFrom, judgeBy, matchedFrom } from './resolver/match/judge.ts'

type Row = Record<string, string>
type Named = Pick<Known, 'names'>

export async function learnModel(readRegister: ReadRegister, path: string, labelledRows: Row[], hiddenRows: Row[], out: string, say: (line: string) => void): Promise<void> {
  const { model } = await learnFrom(readRegister, path, labelledRows.map(labelledOf), hiddenRows.map(hiddenOf), say)
  await writeFile(out, `${JSON.stringify(model).replaceAll(',[[', ',\n[[').replaceAll('},"', '},\n"')}\n`)
  say(`matched from ${model.matchedFrom}, answered from ${model.answeredFrom}`)
}

/** Without the names that are to be found again, or finding them would be remembering. */
export async function mineTable(readRegister: ReadRegister, path: string, hiddenRows: Row[], out: string): Promise<number> {
  const hidden = new Set(hiddenRows.map((row) => hiddenOf(row).name))
  const names: Named[] = []
  for await (const { entries } of readRegister(path)) for (const { draft } of entries) names.push({ names: draft.names.filter(({ text }) => !hidden.has(text)) })
  const words = mineUnspaced(names)
  await writeFile(out, `${JSON.stringify(words, null, 2)}\n`)
  return Object.keys(words).length
}

/** The names to be found again are hidden first where that is what is learned. */
async function learnFrom(readRegister: ReadRegister, path: string, labelled: Labelled[], hidden: Hidden[], say: (line: string) => void) {
  const known = new Map<string, Known>()
  const { resolver } = await buildFromRegister(readRegister, path, () => {}, (one) => known.set(one.id, one))
  const samples = samplesOf(resolver, labelled)
  hide(resolver, known, hidden)
  samples.push(...hiddenSamples(resolver, hidden))
  say(`${samples.length} texts to learn from`)
  return { model: learn(samples, say) }
}

export type Measured = {
  texts: number; answered: Score; matched: Score
  /** Matched in the light of all the texts, as the rows of one file are. */
  matchedTogether: Score; calibrationError: number; exactDictionary: Score; groups: Record<string, Score>
  hidden: ReturnType<typeof firstPlaces>; textsPerSecond: number; memoryMb: number; answeredFrom: number; matchedFrom: number
}

/** Time is the processor's, so that it says the same on a busy machine. */
export async function measureAll(readRegister: ReadRegister, path: string, labelledRows: Row[], hiddenRows: Row[], { unseen, say }: { unseen: boolean; say: (line: string) => void }): Promise<Measured> {
  const isAsked = (row: { fold: number }): boolean => unseen || isHeldBack(row)
  if (!unseen) judgeBy((await learnFrom(readRegister, path, labelledRows.map(labelledOf).filter((row) => !isHeldBack(row)), hiddenRows.map(hiddenOf).filter((row) => !isHeldBack(row)), say)).model)
  const known = new Map<string, Known>()
  const { resolver } = await buildFromRegister(readRegister, path, () => {}, (one) => known.set(one.id, one))
  const labelled = labelledRows.map(labelledOf).filter(isAsked)
  for (const { text } of labelled.slice(0, 300)) resolver.resolve({ text })
  const began = process.cpuUsage()
  const resolved = labelled.map((row) => ({ labelled: row, resolution: resolver.resolve({ text: row.text, asOf: row.asOf }) }))
  const spent = process.cpuUsage(began)
  const rows = resolved.map(({ labelled: row, resolution }) => ({ labelled: row, answer: answerOf(resolution, answeredFrom()), top: answerOf(resolution, 0) }))
  const exact = new ExactDictionary(known.values())
  const memoryMb = Math.round(process.memoryUsage().rss / 1e6)
  const hidden = hiddenRows.map(hiddenOf)
  hide(resolver, known, hidden)
  const found = hidden.filter(isAsked).flatMap((row) => [false, true].map((stated): Found =>
    ({ hidden: row, stated, place: resolver.resolve({ text: row.name, country: stated ? row.country : null }).candidates.findIndex(({ id }) => id === row.id) })))
  const together = jointly(resolved.map(({ labelled: { text }, resolution }) => ({ text, country: null, resolution })))
  const answered = rows.map(({ labelled: row, answer }) => ({ labelled: row, answer: answer.id }))
  return {
    texts: rows.length, answered: scoreOf(answered), matched: scoreOf(rows.map(({ labelled: row, answer }) => ({ labelled: row, answer: answer.matched ? answer.id : null }))),
    matchedTogether: scoreOf(labelled.map((row, place) => ({ labelled: row, answer: together[place]?.decision === 'matched' ? together[place].organisation?.ror ?? null : null }))),
    calibrationError: calibrationError(rows.map(({ labelled: row, top }) => ({ labelled: row, answer: top }))),
    exactDictionary: scoreOf(labelled.map((row) => ({ labelled: row, answer: exact.resolve(row.text, row.asOf) }))),
    groups: Object.fromEntries([...Map.groupBy(answered, (row) => row.labelled.group)].map(([group, part]) => [group, scoreOf(part)])),
    hidden: firstPlaces(found), textsPerSecond: Math.round(rows.length / ((spent.user + spent.system) / 1e6)), memoryMb, answeredFrom: answeredFrom(), matchedFrom: matchedFrom(),
  }
}
