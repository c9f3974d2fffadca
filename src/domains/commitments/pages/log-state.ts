// What stands in the form for logging, what it begins with, and what it sends. The id is made here, so that sending twice is harmless.
import { doers } from '../rules.ts'
import { type Id, newId } from '#platform/kinds.ts'
import { holds, type Viewer } from '#platform/auth/viewer.ts'
import type { Beginning, ParticipantGroup, TookPart } from '../activity-model.ts'
import { usualAmount } from '../activity-rules.ts'

export type Choice = Beginning['agreements'][number]
/** What was kept on a device before women and groups were asked for has neither. */
export type Heads = Record<Id, { inPerson: string; online: string; women?: string }>
export type Filled = { id: Id; agreementId: Id; sideId: Id; what: string; onDay: string; untilDay: string; place: string; online: boolean; heads: Heads; who?: ParticipantGroup | ''; serves: Record<Id, string | null>; files: File[]; link: string
  /** By name, one a line, side by side; what was kept on a device before there was such a field has none. */
  persons?: Record<Id, string>
}

export const dayBack = (days: number): string => {
  const now = new Date()
  return [new Date(now.getFullYear(), now.getMonth(), now.getDate() - days)].map((day) => `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`)[0]!
}

/** Begins with the agreement that was asked for, else the one of last time; place and mode as last time. */
export function begin({ agreements, last }: Beginning, asked: string, viewer: Viewer): Filled | undefined {
  const choice = agreements.find(({ id }) => id === asked) ?? agreements.find(({ id }) => last?.agreementIds.includes(id)) ?? agreements[0]
  if (!choice) return undefined
  return { id: newId(), ...chosen(choice, viewer), what: '', onDay: dayBack(0), untilDay: '', place: last?.place ?? '', online: last?.online ?? false, files: [], link: '' }
}

/** What follows from the choice of an agreement. Its only commitment is what it must be about. */
export function chosen({ id, sides, commitments }: Choice, viewer: Viewer): Pick<Filled, 'agreementId' | 'sideId' | 'heads' | 'serves' | 'persons'> {
  const own = sides.find((side) => holds(viewer, side.id, ...doers)) ?? sides[0]!
  return { agreementId: id, sideId: own.id, heads: {}, persons: {}, serves: commitments.length === 1 ? { [commitments[0]!.id]: null } : {} }
}

const numbersOf = ({ heads, who }: Pick<Filled, 'heads' | 'who'>): TookPart[] => Object.entries(heads)
  .map(([organisationId, { inPerson, online, women }]) => ({ organisationId, inPerson: Number(inPerson) || 0, online: Number(online) || 0, who: who || null, women: women ? Number(women) : null })).filter(({ inPerson, online }) => inPerson + online > 0)

/** One a line, each once. */
export const namesIn = (typed: string): string[] => [...new Set(typed.split('\n').map((name) => name.trim().slice(0, 500)).filter(Boolean))]

/** What an activity so filled in usually gives to a commitment. */
export const usual = (filled: Filled, measure: { unit: Choice['commitments'][number]['unit'] }): number => usualAmount(measure, numbersOf(filled), null)

export function bodyOf(filled: Filled, lang: string) {
  const { id, agreementId, sideId, what, onDay, untilDay, place, online, persons = {}, serves, link } = filled
  const served = Object.entries(serves).map(([commitmentId, amount]) => ({ agreementId, commitmentId, amount: amount === null || amount.trim() === '' ? null : Number(amount) }))
  return {
    id, what, lang, onDay, untilDay: untilDay && untilDay > onDay ? untilDay : null, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, place: place.trim() || null, online, sideId,
    numbers: numbersOf(filled), persons: Object.entries(persons).flatMap(([organisationId, typed]) => namesIn(typed).map((name) => ({ name, organisationId }))), serves: served.length > 0 ? served : [{ agreementId }], links: link.trim() ? [{ url: link.trim() }] : [],
  }
}
