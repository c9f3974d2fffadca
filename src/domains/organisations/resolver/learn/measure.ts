// How good the resolver is on labelled texts: precision, recall, texts left alone, calibration, hidden names, speed; beside the exact dictionary.
import type { Resolution } from '../types.ts'
import type { Hidden, Labelled } from './labelled.ts'

export type Answer = { id: string | null; confidence: number; matched: boolean }
export type Score = { texts: number; precision: number; recall: number; f1: number; leftAlone: number }

/** A wrong answer costs precision and recall; one that only became right later counts for nothing. */
export function scoreOf(rows: readonly { labelled: Labelled; answer: string | null }[]): Score {
  let [answers, right, answerable, nothing, alone] = [0, 0, 0, 0, 0]
  for (const { labelled: { meant, unfair }, answer } of rows) {
    if (answer && unfair.has(answer)) continue
    if (meant.size > 0) answerable++
    else nothing++
    if (answer) answers++
    if (answer && meant.has(answer)) right++
    if (!answer && meant.size === 0) alone++
  }
  const precision = right / Math.max(1, answers)
  const recall = right / Math.max(1, answerable)
  return { texts: rows.length, precision, recall, f1: 2 * right / Math.max(1, answers + answerable), leftAlone: alone / Math.max(1, nothing) }
}

/** How far the confidence is from how often it was right, over ten parts from 0 to 1. */
export function calibrationError(rows: readonly { labelled: Labelled; answer: Answer }[]): number {
  const parts = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }))
  for (const { labelled, answer } of rows) {
    if (!answer.id || labelled.unfair.has(answer.id)) continue
    const part = parts[Math.min(9, Math.floor(answer.confidence * 10))]!
    part.count++
    part.confidence += answer.confidence
    part.right += labelled.meant.has(answer.id) ? 1 : 0
  }
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  return parts.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / Math.max(1, all)
}

/** From here on an answer is likelier right than worth leaving open. */
export const answerOf = ({ organisation, confidence, decision }: Resolution, from: number): Answer =>
  ({ id: decision === 'matched' || confidence >= from ? organisation?.ror ?? organisation?.id ?? null : null, confidence, matched: decision === 'matched' })

export type Found = { hidden: Hidden; stated: boolean; place: number }

export function firstPlaces(found: readonly Found[]): Record<string, { names: number; first: number; five: number }> {
  const scripts = (row: Found): string[] => ['all', row.hidden.script, ...(row.hidden.script === 'latin' ? [] : ['other scripts together'])]
  const keys = [...new Set(found.flatMap((row) => scripts(row)))]
  return Object.fromEntries(keys.flatMap((key) => [false, true].map((stated) => {
    const rows = found.filter((row) => row.stated === stated && scripts(row).includes(key))
    const share = (places: number): number => rows.filter(({ place }) => place >= 0 && place < places).length / Math.max(1, rows.length)
    return [`${key}${stated ? ', country given' : ''}`, { names: rows.length, first: share(1), five: share(5) }]
  })))
}
