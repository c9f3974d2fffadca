// Labelled texts: which organisations a text means, as of a day; and names that are hidden from the register to be found again.
import { hashOf } from '../index/hash.ts'
import { attemptAt } from '../match/attempts.ts'
import { worthALook } from '../match/judge.ts'
import type { Resolver } from '../resolver.ts'
import type { Known } from '../types.ts'
import type { Sample } from './train.ts'

export type Labelled = { text: string; asOf: string | null; meant: Set<string>; unfair: Set<string>; group: string; fold: number }
export type Hidden = { id: string; name: string; script: string; country: string; fold: number }
type Row = Record<string, string | undefined>

/** Texts of one organisation stay together: of ten parts, eight are learned from and two held back. */
export const parts = 10
export const isHeldBack = ({ fold }: { fold: number }): boolean => fold >= parts - 2
const ids = (text: string | undefined): string[] => (text ?? '').split(';').map((one) => one.trim().split('/').at(-1) ?? '').filter(Boolean)
const foldOf = (text: string): number => (hashOf(`${text} of ten`) >>> 8) % parts

export function labelledOf(row: Row): Labelled {
  const meant = new Set([...ids(row.ror_ids), ...ids(row.ror_ids_current)])
  const text = row.affiliation ?? ''
  return { text, asOf: row.as_of || null, meant, unfair: new Set(ids(row.stale_newer_ids)), group: row.dataset ?? '', fold: foldOf([...meant][0] ?? text) }
}

export const hiddenOf = (row: Row): Hidden => ({ id: ids(row.ror_id)[0] ?? '', name: row.hidden_name ?? '', script: row.script ?? '', country: row.country ?? '', fold: foldOf(ids(row.ror_id)[0] ?? '') })

/** Takes the names out of the register, as if nobody had ever told them. */
export function hide(resolver: Resolver, known: ReadonlyMap<string, Known>, hidden: readonly Hidden[]): void {
  for (const [id, rows] of Map.groupBy(hidden, (row) => row.id)) {
    const organisation = known.get(id)
    const names = organisation?.names.filter(({ text }) => !rows.some((row) => row.name === text)) ?? []
    if (organisation && names.length > 0) resolver.add({ ...organisation, names })
  }
}

export function samplesOf(resolver: Resolver, labelled: readonly Labelled[]): Sample[] {
  const { register, cities, search } = resolver.parts
  return labelled.map(({ text, asOf, meant, unfair, fold }) => ({
    fold, weight: 1, counts: true, answerable: meant.size > 0, found: worthALook(attemptAt({ text, asOf }, register, cities, search).found), right: (id) => unfair.has(id) ? null : meant.has(id),
  }))
}

const lighter = 0.5

/** A hidden name counts less than a text from a paper: it teaches other scripts and old names, not how often texts mean nothing. */
export function hiddenSamples(resolver: Resolver, hidden: readonly Hidden[]): Sample[] {
  const { register, cities, search } = resolver.parts
  return hidden.flatMap(({ id, name, country, fold }) => [null, country].map((stated): Sample => ({
    fold, weight: lighter, counts: false, answerable: true, found: worthALook(attemptAt({ text: name, country: stated }, register, cities, search).found), right: (found) => found === id,
  })))
}
