// The lists of a pack with every number leading to its lines, as workbook and PDF both write them.
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Locale } from '#platform/kinds.ts'
import { inLocale } from './minutes-draft.ts'
import { oftenOf, type OwedBySide, owedStates, type PackFile } from './pack-model.ts'
import { linesOf, sumOf } from './pack-rules.ts'

/** `href`: out of the file, to the page where it stands whole; `to`: a group of lines in this file. */
export type PackCell = { value: string | number; href?: string; to?: string }
/** Lines that a number counts; `id` is where it leads. */
export type PackGroup = { id: string; rows: PackCell[][] }
export type PackTable = { id: string; name: string; columns: string[]; groups: PackGroup[] }
type Say = { text: ReturnType<typeof translator>; locale: Locale; home: string }

export function tablesOf(pack: PackFile, locale: Locale, home: string): PackTable[] {
  const say = { text: translator(locale), locale, home }
  return [sumsTable(pack, say), linesTable(pack, say), decisionsTable(pack, say), actionsTable(pack, say), challengesTable(pack, say), proposalsTable(pack, say), indicatorsTable(pack, say)]
}

const bare = (said: string) => said.replace(/[\u2066-\u2069]/g, '')
const cell = (value: string | number | null): PackCell => ({ value: value ?? '—' })
const dayOf = (on: string | null, locale: Locale) => (on ? formatDay(on, 'day', locale) : '—')
const nameOf = ({ names }: PackFile, side: string, locale: Locale) => (names[side] ? nameIn(names[side], locale) : '—')

function sumsTable(pack: PackFile, { text, locale }: Say): PackTable {
  const rows = pack.sums.map((sums) => [
    { value: nameOf(pack, sums.side, locale), to: `lines-${sums.side}` }, { value: sums.promised, to: `lines-${sums.side}` },
    ...owedStates.map((state): PackCell => { const many = sumOf(sums, state); return many > 0 ? { value: many, to: `lines-${sums.side}-${state}` } : { value: 0 } }),
  ])
  return { id: 'sums', name: text('committees.pack.by-side'), columns: [text('committees.pack.side'), text('committees.pack.target'), ...owedStates.map((state) => text(`committees.pack.states.${state}`))], groups: [{ id: 'sums', rows }] }
}

/** Each promise once for each side, with the arithmetic of its standing. */
function linesTable(pack: PackFile, { text, locale, home }: Say): PackTable {
  const groups = pack.sums.flatMap(({ side }) => linesOf(pack.promises, side).map(({ state, lines }, at) => ({
    id: `lines-${side}-${state}`, first: at === 0 ? `lines-${side}` : undefined,
    rows: lines.map(({ promise: { id, agreementId, what, unit, target, dueOn, status, expected, pace, why, ...often }, own }): PackCell[] => [
      { value: nameOf(pack, side, locale) }, { value: inLocale(what, locale), href: `${home}/agreements/${agreementId}/commitments/${id}` }, cell(pack.agreements[agreementId] ?? null),
      cell(text(`committees.pack.states.${state}`)), cell(own.target ?? target), cell(unit ? `${text(`commitments.units.${unit}`)}, ${text(oftenOf(often))}` : null), cell(own.claimed), cell(own.confirmed), cell(own.expected ?? expected), cell(paceOf(own, pace)),
      cell(dayOf(dueOn, locale)), cell(text(`commitments.status.${status}`)), cell(own.expected !== null ? bare(text('committees.pack.arithmetic', { confirmed: formatNumber(own.confirmed, locale), expected: formatNumber(own.expected, locale), pace: paceOf(own, pace) ?? '—' })) : why ? bare(text(why.key, { ...why.facts, on: typeof why.facts['on'] === 'string' ? formatDay(why.facts['on'], 'day', locale) : '' })) : null),
    ]),
  })))
  const columns = ['side', 'promise', 'agreement', 'state', 'target', 'unit', 'claimed', 'confirmed', 'expected', 'pace', 'due', 'status', 'why'].map((one) => text(`committees.pack.${one}`))
  return { id: 'lines', name: text('committees.pack.promises'), columns, groups: groups.flatMap(({ first, id, rows }) => (first ? [{ id: first, rows: [] }, { id, rows }] : [{ id, rows }])) }
}

/** In percent: its own where each side owes its own, else that of all of them together. */
const paceOf = ({ expected, confirmed }: OwedBySide, together: number | null): number | null => (expected === null ? (together === null ? null : Math.round(together * 100)) : expected > 0 ? Math.round((confirmed / expected) * 100) : null)

function decisionsTable({ decisions }: PackFile, { text, locale, home }: Say): PackTable {
  const rows = decisions.map(({ number, text: said, takenOn, became, open, done, meetingId }): PackCell[] => [
    { value: `${formatNumber(number, locale)}. ${inLocale(said, locale)}`, ...(meetingId ? { href: `${home}/meetings/${meetingId}` } : {}) }, cell(dayOf(takenOn, locale)), cell(text(`committees.pack.outcome.${became}`)),
    { value: open, ...(open > 0 ? { to: `actions-${number}` } : {}) }, { value: done, ...(done > 0 ? { to: `actions-${number}` } : {}) },
  ])
  return { id: 'decisions', name: text('committees.decisions'), columns: [text('committees.decision'), text('committees.pack.taken'), text('committees.pack.became-what'), text('committees.to-do'), text('committees.done')], groups: [{ id: 'decisions', rows }] }
}

function actionsTable({ actions }: PackFile, { text, locale }: Say): PackTable {
  const groups = [...Map.groupBy(actions, ({ decisionNumber }) => decisionNumber)].map(([number, some]) => ({
    id: `actions-${number ?? 'none'}`, rows: some.map(({ what, owner, dueOn, done }): PackCell[] => [cell(what), cell(owner), cell(dayOf(dueOn, locale)), cell(text(done ? 'committees.yes' : 'committees.no')), cell(number)]),
  }))
  return { id: 'actions', name: text('committees.actions'), columns: [text('committees.what'), text('committees.owner'), text('committees.due'), text('committees.done'), text('committees.decision')], groups }
}

function indicatorsTable({ indicators, scope }: PackFile, { text, locale, home }: Say): PackTable {
  const listTo = (code: string, state: string) => `${home}/indicators/list?${new URLSearchParams({ [scope!.kind]: scope!.id, year: String(scope!.year), of: code, state }).toString()}`
  const rows = indicators.map(({ code, own, unit, value, claimed, listed }): PackCell[] => [
    cell(own ? inLocale(own, locale) : `${text(`plans.indicators.${code}.name`)} (${code})`), cell(text(`plans.units.${unit}`)),
    { ...cell(value), ...(listed && scope && value ? { href: listTo(code, 'confirmed') } : {}) }, { ...cell(claimed), ...(listed && scope && claimed ? { href: listTo(code, 'claimed') } : {}) },
  ])
  return { id: 'indicators', name: text('committees.pack.indicators'), columns: [text('committees.pack.indicator'), text('committees.pack.unit'), text('committees.pack.confirmed'), text('committees.pack.claimed')], groups: [{ id: 'indicators', rows }] }
}

function challengesTable(pack: PackFile, { text, locale }: Say): PackTable {
  const rows = pack.challenges.map(({ what, cause, answer, ownerId, since, resolvedOn }): PackCell[] => [cell(inLocale(what, locale)), cell(inLocale(cause, locale)), cell(inLocale(answer, locale)), cell(ownerId && nameOf(pack, ownerId, locale)), cell(dayOf(since, locale)), cell(dayOf(resolvedOn, locale))])
  return { id: 'challenges', name: text('committees.standing.challenges'), columns: ['challenge', 'cause', 'answer', 'answers-for', 'since', 'resolved'].map((one) => text(`committees.pack.${one}`)), groups: [{ id: 'challenges', rows }] }
}

function proposalsTable(pack: PackFile, { text, locale }: Say): PackTable {
  const rows = pack.proposals.map(({ what, why, sideId, state, proposedOn }): PackCell[] => [cell(inLocale(what, locale)), cell(inLocale(why, locale)), cell(nameOf(pack, sideId, locale)), cell(dayOf(proposedOn, locale)), cell(text(`committees.pack.proposal.${state}`))])
  return { id: 'proposals', name: text('committees.standing.new-areas'), columns: ['proposal', 'reason', 'proposed-by', 'proposed-on', 'state'].map((one) => text(`committees.pack.${one}`)), groups: [{ id: 'proposals', rows }] }
}
