// Rows become agreements: partners nobody knows yet become organisations, changed rows change their agreement, and each
// agreement keeps the cells it came from.
import { addAgreements, reviseAgreements } from '#domains/agreements/actions.ts'
import type { BulkDraft } from '#domains/agreements/model.ts'
import { addOrganisations, learnCorrections } from '#domains/organisations/actions.ts'
import type { Draft as OrganisationDraft } from '#domains/organisations/model.ts'
import { anyOf } from '#platform/db/database.ts'
import type { Doing } from '#platform/http/serve.ts'
import { type Id, newId } from '#platform/kinds.ts'
import type { PartyChoice, PartyReading, Run, RunRow } from './model.ts'
import { changeOf, namesPartners, withoutEntry } from './recorded-here.ts'
import { alikeKey, choiceOf, kindOf } from './rules.ts'
import { type EntryTable, putEntries } from './store.ts'
import { datesOf } from './understand.ts'

type Hand = Pick<Doing, 'db' | 'viewer' | 'now'>
export type Report = { agreementsAdded: number; agreementsChanged: number; unchanged: number; left: number; organisationsAdded: number; organisations: Id[] }
type From = { runId: Id; ownerId: Id; fileName: string; columns: Run['columns'] }

/** Imports the rows of a run, in the transaction of the caller: all of them or none. */
export async function importRows(at: Hand, from: From, rows: RunRow[]): Promise<Report> {
  const kept = rows.filter((row) => !row.decided.skip)
  const moving = kept.filter((row) => row.change !== 'same' || Object.keys(row.decided.parties).length > 0 || row.decided.signedOn !== undefined)
  const knownParty = await keptParties(at.db, moving)
  const here = await withoutEntry(at.db, moving.flatMap(({ agreementId }) => agreementId ?? []))
  const isHere = ({ agreementId }: RunRow) => agreementId !== null && here.has(agreementId)
  const organisations = await addUnknown(at, from, moving.filter((row) => !isHere(row) || namesPartners(row, from.columns)), knownParty)
  const idOf = (party: PartyReading, place: number, row: RunRow) => knownParty(party, place, row) ?? organisationOf(choiceOf(party, place, row.decided), party, organisations)
  const fresh = moving.filter(({ agreementId }) => agreementId === null).map((row) => ({ ...row, agreementId: newId() }))
  const known = moving.filter((row) => row.agreementId !== null && !isHere(row))
  const retold = moving.filter(isHere)

  await addAgreements(at, fresh.map((row) => ({ id: row.agreementId, ...draftOf(row, from, (party, place) => idOf(party, place, row)) })))
  await reviseAgreements(at, known.map((row) => ({ id: row.agreementId!, ...draftOf(row, from, (party, place) => idOf(party, place, row)) })))
  const parties = Map.groupBy(await at.db.selectFrom('agreementParty').selectAll().where('agreementId', '=', anyOf([...here])).orderBy('place').execute(), ({ agreementId }) => agreementId)
  await reviseAgreements(at, retold.map((row) => changeOf(row, from.columns, draftOf(row, from, (party, place) => idOf(party, place, row)), parties.get(row.agreementId!) ?? [])))
  await putEntries(at.db, [...fresh, ...known].map((row) => entryOf(row, from)))
  await learnCorrections(at, correctionsOf(moving, from))
  return {
    agreementsAdded: fresh.length, agreementsChanged: known.length + retold.length, unchanged: kept.length - moving.length, left: rows.length - kept.length,
    organisationsAdded: organisations.size, organisations: [...organisations.values()],
  }
}

type KnownParty = (party: PartyReading, place: number, row: RunRow) => Id | undefined

/** Where nobody says anything new, a party keeps the organisation that its agreement has for the same text. */
async function keptParties(db: Hand['db'], rows: RunRow[]): Promise<KnownParty> {
  const ids = rows.flatMap(({ agreementId }) => agreementId ?? [])
  const before = await db.selectFrom('agreementParty').select(['agreementId', 'text', 'organisationId']).where('agreementId', '=', anyOf(ids)).execute()
  const byText = new Map(before.map(({ agreementId, text, organisationId }) => [`${agreementId}|${text}`, organisationId]))
  return (party, place, row) => {
    const isOpen = !row.decided.parties[String(place)] && choiceOf(party, place, row.decided).is !== 'organisation'
    return isOpen ? byText.get(`${row.agreementId}|${clipped(party.text)}`) : undefined
  }
}

/** One new organisation for all parties that came alike, however many rows name it. */
async function addUnknown(at: Hand, from: From, rows: RunRow[], knownParty: KnownParty): Promise<Map<string, Id>> {
  const drafts = new Map<string, OrganisationDraft>()
  for (const row of rows) {
    row.parties.forEach((party, place) => {
      const choice = choiceOf(party, place, row.decided)
      if (choice.is !== 'organisation' && !party.owner && !knownParty(party, place, row)) drafts.set(newKey(choice, party), organisationDraft(party, choice, from, row.row))
    })
  }
  const ids = await addOrganisations(at, [...drafts.values()])
  return new Map([...drafts.keys()].map((key, place) => [key, ids[place]!]))
}

const newKey = (choice: PartyChoice, party: PartyReading) => `${choice.is}|${alikeKey(party)}`

function organisationDraft(party: PartyReading, choice: PartyChoice, { fileName }: From, row: number): OrganisationDraft {
  return {
    kind: kindOf(party.text) as OrganisationDraft['kind'], country: party.country, city: party.city, provisional: choice.is === 'provisional',
    names: [{ text: party.text.slice(0, 500), lang: null, kind: 'display' }], origin: `${fileName}, ${row}`,
  }
}

function organisationOf(choice: PartyChoice, party: PartyReading, added: Map<string, Id>): Id {
  return choice.is === 'organisation' ? choice.id : added.get(newKey(choice, party))!
}

function draftOf(row: RunRow, { ownerId, fileName }: From, idOf: (party: PartyReading, place: number) => Id): Omit<BulkDraft, 'id'> {
  const partners = row.parties.flatMap((party, place) => (party.owner ? [] : [{ organisationId: idOf(party, place), unit: clipped(party.unit), text: clipped(party.text) }]))
  const seen = new Set<string>([ownerId])
  const distinct = partners.filter(({ organisationId, unit }) => { const key = `${organisationId}|${unit ?? ''}`; return !seen.has(key) && seen.add(key) })
  const signedOn = row.decided.signedOn === undefined ? row.signedOn : row.decided.signedOn
  return {
    kind: row.kind as BulkDraft['kind'], title: (row.title ?? row.parties.map(({ text }) => text).join(', ') ?? '').slice(0, 500) || row.cells.join(' · ').slice(0, 500) || '—',
    titles: {}, fields: [], parties: [{ organisationId: ownerId }, ...distinct], ...datesOf({ ...row, signedOn }), notes: row.notes?.slice(0, 20_000) ?? null,
    source: clipped(fileName), parentId: null, visibility: 'parties', titleLang: null,
  }
}

const clipped = (text: string | null) => text?.trim().slice(0, 500) || null

const entryOf = (row: RunRow, { runId, ownerId }: From): EntryTable => ({ agreementId: row.agreementId!, ownerId, runId, row: row.row })

/** What a person said a text means is remembered for the next register; for one country only where a column of its own says it. */
function correctionsOf(rows: RunRow[], { columns }: From) {
  const countryColumn = columns.find(({ role }) => role === 'country')?.column
  return rows.flatMap((row) => Object.entries(row.decided.parties).flatMap(([place, choice]) => {
    const party = row.parties[Number(place)]
    const isNews = choice.is === 'organisation' && (party?.decision !== 'matched' || choice.id !== party.organisation?.id)
    const country = countryColumn !== undefined && row.cells[countryColumn]?.trim() ? party?.country ?? null : null
    return party && isNews ? [{ text: party.text, country, organisationId: choice.id }] : []
  }))
}
