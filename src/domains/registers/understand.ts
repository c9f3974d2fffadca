// From cells to agreements: asks which organisations the partners of each row are, and how each agreement stands today.
import { derive, stateOn } from '#domains/agreements/rules.ts'
import { jointly } from '#domains/organisations/resolver/resolver.ts'
import type { CellHints, CellReading, Party, Resolution } from '#domains/organisations/resolver/types.ts'
import type { Day } from '#platform/kinds.ts'
import type { Named, PartyReading, Problem, RowReading } from './model.ts'
import type { SpokenRow } from './reading/sheet-rows.ts'
import { problem, type KnownDate } from './reading/types.ts'

export type Owner = { id: string | null; name: string }
/** Whom a row is asked of: the resolver, and the register of identifiers. */
export type Knowing = {
  resolveCells: (questions: { text: string; hints: CellHints }[]) => Promise<CellReading[]>
  byRor: (ids: string[]) => Promise<Map<string, Named>>
}
type Progress = (done: number) => Promise<void>
const atOnce = 500

/** Understands the rows of a register, in their order. The same question is asked once, however many rows ask it. */
export async function understand(rows: SpokenRow[], owner: Owner, today: Day, knowing: Knowing, progress: Progress = async () => {}): Promise<RowReading[]> {
  const registered = await knowing.byRor([...new Set(rows.flatMap(({ ror }) => ror ?? []))])
  const questions = new Map(rows.flatMap((row) => row.partners.map((text) => [keyOf(row, text), { text, hints: hintsOf(row, owner) }])))
  const answers = inTheLightOfAll(await ask([...questions], knowing, (part) => progress(Math.round(part * rows.length))), owner)
  return rows.map((row) => readingOf(row, row.partners.map((text) => answers.get(keyOf(row, text))!), row.ror ? registered.get(row.ror) : undefined, today))
}

async function ask(questions: [key: string, { text: string; hints: CellHints }][], knowing: Knowing, progress: (part: number) => Promise<void>): Promise<Map<string, CellReading>> {
  const answers = new Map<string, CellReading>()
  for (let from = 0; from < questions.length; from += atOnce) {
    const batch = questions.slice(from, from + atOnce)
    const read = await knowing.resolveCells(batch.map(([, question]) => question))
    batch.forEach(([key], place) => answers.set(key, read[place]!))
    await progress((from + batch.length) / questions.length)
  }
  return answers
}

/** The register is read as a whole: what one row says plainly helps another that says it in short. */
function inTheLightOfAll(answers: Map<string, CellReading>, owner: Owner): Map<string, CellReading> {
  const parties = [...answers.values()].flatMap((reading) => reading.parties)
  const seen = jointly([...parties.map(({ text, country, resolution }) => ({ text, country, resolution })), ...itself(owner)])
  let next = 0
  return new Map([...answers].map(([key, reading]) => [key, { ...reading, parties: reading.parties.map((party) => ({ ...party, resolution: seen[next++]! })) }]))
}

/** Whose register it is, is an organisation of it too. */
function itself({ id, name }: Owner): Parameters<typeof jointly>[0][number][] {
  if (id === null) return []
  const organisation = { id, ror: null, name, country: null, city: null, confidence: 1, evidence: [] }
  return [{ text: name, country: null, resolution: { decision: 'matched', confidence: 1, organisation, candidates: [organisation], unit: null, evidence: [] } }]
}

const keyOf = ({ country, city, domain }: SpokenRow, text: string) => [text, country, city, domain].join('\u001f')
const hintsOf = ({ country, city, domain }: SpokenRow, owner: Owner): CellHints => ({ country, city, domain, ownerId: owner.id, ownerName: owner.name })

function readingOf(spoken: SpokenRow, cells: CellReading[], registered: Named | undefined, today: Day): RowReading {
  const parties = cells.flatMap(({ parties }) => parties).map(partyOf)
  const stated = registered ? parties.map((party) => (party.owner ? party : byIdentifier(party, registered))) : parties
  const state = stateOf(spoken, today)
  const notes = [spoken.notes, ...cells.flatMap(({ remarks }) => remarks)].filter(Boolean).join('\n') || null
  return {
    row: spoken.row, cells: spoken.cells, parties: stated, title: spoken.title ?? cells.find(({ project }) => project)?.project ?? null,
    kind: spoken.kind.value ?? 'agreement', signedOn: spoken.signed, startsOn: spoken.starts, term: termOf(spoken), state, notes, skip: spoken.skip,
    duplicates: [], related: [], problems: [...spoken.problems, ...cells.flatMap(({ problems }) => problems.map(contradiction)), ...lacks(spoken, stated), ...disagreement(spoken, state)],
    change: 'new', differences: [], agreementId: null,
  }
}

function partyOf({ text, resolution, unit, country, city, owner }: Party): PartyReading {
  const { organisation, confidence, decision, candidates, evidence } = resolution
  return {
    text, organisation: organisation && named(organisation), confidence: round(confidence), decision, evidence, unit: unit ?? resolution.unit, country, city, owner,
    candidates: candidates.slice(0, decision === 'matched' ? 2 : 5).map((one) => ({ ...named(one), confidence: round(one.confidence), evidence: one.evidence })),
  }
}

const named = ({ id, ror, name, country, city }: NonNullable<Resolution['organisation']>): Named => ({ id, ror, name, country, city })
const round = (confidence: number) => Math.round(confidence * 1000) / 1000

/** An identifier written in the row decides, and says so. */
function byIdentifier(party: PartyReading, organisation: Named): PartyReading {
  return { ...party, organisation, decision: 'matched', confidence: 1, evidence: [{ rule: 'identifier', found: organisation.ror ?? '', against: organisation.name }] }
}

const contradiction = ({ rule, found, against }: { rule: string; found: string; against: string }): Problem =>
  ({ key: `registers.problems.${rule}`, column: null, text: found, facts: { against } })

function lacks({ partners, cells, skip }: SpokenRow, parties: PartyReading[]): Problem[] {
  return skip !== null || parties.some(({ owner }) => !owner) ? [] : [problem('partner-missing', partners.join(' ') || cells.join(' '))]
}

/** The register's own word against what follows from its dates. */
function disagreement({ status }: SpokenRow, state: string): Problem[] {
  const holds = ['in-force', 'expiring'].includes(state)
  const disagrees = (status?.says === 'over' && holds) || (status?.says === 'in-force' && state === 'lapsed')
  return disagrees ? [problem('status-disagrees', status.text, { said: status.text })] : []
}

function termOf({ term }: SpokenRow): RowReading['term'] {
  const { kind, years, until, autoRenew, renewalYears, noticeMonths, text } = term
  return { kind, years, until, autoRenew, renewalYears, noticeMonths, text }
}

/** The first day of what is known: how a day of less precision is kept. */
export const dayOf = (date: KnownDate | null): Day | null => date && `${date.value}-01-01`.slice(0, 10)

/** The dates and the term of a row in the words of an agreement. */
export function datesOf({ signedOn, startsOn, term }: Pick<RowReading, 'signedOn' | 'startsOn' | 'term'>) {
  return {
    signedOn: dayOf(signedOn), signedPrecision: signedOn?.precision ?? null, startsOn: dayOf(startsOn),
    termKind: term.kind, termYears: term.years, termUntil: dayOf(term.until), untilPrecision: term.until?.precision ?? null,
    renewalYears: term.renewalYears, noticeMonths: term.noticeMonths, termText: term.text.slice(0, 500) || null,
  }
}

function stateOf({ signed, starts, term }: SpokenRow, today: Day): string {
  const dates = { ...datesOf({ signedOn: signed, startsOn: starts, term }), endedOn: null, endedBecause: null }
  return stateOn(today, { ...dates, ...derive(dates) })
}
