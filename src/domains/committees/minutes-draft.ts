// The draft of minutes, from what was noted: who was there for each side, the agenda, declarations, decisions with their tally, actions.
import { sql } from 'kysely'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import type { Reading } from '#platform/db/database.ts'
import { countryName, formatDay } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Day, Id, Locale } from '#platform/kinds.ts'
import { namesOf } from './body-store.ts'
import type { Sitting } from './meeting-store.ts'
import type { Decision, Texts, Titles } from './model.ts'
import { sidesShown } from './session-file.ts'

type SideNamed = { id: Id; country: string | null; organisation: OrganisationBrief | null; people: { name: string; mode: string }[] }
export type MinutesFacts = {
  body: Titles; number: number; heldOn: Day; city: string | null; quorate: boolean; sides: SideNamed[]; others: { name: string; mode: string }[]; items: { title: Titles; aim: string; notes: Texts; declared: { name: string; what: string; recused: boolean }[]; decisions: Told[] }[]
  decisions: Told[]; written: Told[]; actions: { what: string; owner: string; dueOn: Day }[]
}
type Told = Pick<Decision, 'number' | 'class' | 'how' | 'text'> & { for: number; against: number; abstain: number }

export async function factsFor(db: Reading, sitting: Sitting): Promise<MinutesFacts> {
  const { held, meeting, spans, items, declarations } = sitting
  const [sides, decisions, actions, written] = await Promise.all([
    sidesShown(db, held), db.selectFrom('decision').selectAll().where('meetingId', '=', meeting.id).orderBy('number').execute(),
    db.selectFrom('bodyAction').innerJoin('person', 'person.id', 'bodyAction.ownerId').select(['what', 'dueOn', sql<string>`person.name`.as('owner')]).where('meetingId', '=', meeting.id).orderBy('dueOn').execute(),
    db.selectFrom('decision').selectAll().where('bodyId', '=', meeting.bodyId).where('how', '=', 'written').where('ratifiedAt', '=', meeting.closedAt).orderBy('number').execute(),
  ])
  const names = await namesOf(db, [...spans, ...declarations].map(({ personId }) => personId))
  const there = [...new Map(spans.map((span) => [span.personId, span])).values()].map(({ personId, mode }) => ({ personId, name: names.get(personId)!.name, mode }))
  const sideOf = (person: Id) => held.seats.find(({ memberId, alternateId }) => memberId === person || alternateId === person)?.sideId ?? null
  const bare = ({ name, mode }: { name: string; mode: string }) => ({ name, mode })
  return {
    body: held.body.name, number: meeting.number, heldOn: meeting.heldOn!, city: meeting.city, quorate: meeting.quorate === true, decisions: decisions.map(told), written: written.map(told), actions,
    sides: sides.map(({ id, country, organisation }) => ({ id, country, organisation, people: there.filter(({ personId }) => sideOf(personId) === id).map(bare) })), others: there.filter(({ personId }) => sideOf(personId) === null).map(bare),
    items: items.map(({ id, title, aim, notes }) => ({
      title, aim, notes, declared: declarations.filter(({ itemId }) => itemId === id).map(({ personId, what, recused }) => ({ name: names.get(personId)!.name, what, recused })), decisions: decisions.filter(({ itemId }) => itemId === id).map(told),
    })),
  }
}

const told = ({ number, class: by, how, text, tally }: Decision): Told => ({ number, class: by, how, text, for: tally.for, against: tally.against, abstain: tally.abstain })
export const inLocale = (texts: Texts, locale: Locale): string => texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? ''

/** An address that is clicked or copied carries none of the marks that keep names whole in right-to-left text. */
export const bareLinks = (body: string): string => body.replace(/[\u2068\u2069]*(https?:\/\/[^\s\u2068\u2069]+)[\u2068\u2069]*/g, '$1')

export function draftIn(facts: MinutesFacts, locale: Locale): string {
  const text = translator(locale)
  const people = (some: { name: string; mode: string }[]) => some.map(({ name, mode }) => `${name} (${text(`committees.modes.${mode}`)})`).join(', ') || '—'
  const decision = (one: Told) => `${text('committees.minutes.decision', { number: one.number, class: text(`committees.classes.${one.class}`), how: text(`committees.how.${one.how}`), for: one.for, against: one.against, abstain: one.abstain })}\n${inLocale(one.text, locale)}`
  const side = ({ country, organisation, people: some }: SideNamed) => `${organisation ? nameIn(organisation, locale) : countryName(country ?? '', locale)}: ${people(some)}`
  const blocks = [
    `${inLocale(facts.body, locale)}\n${text('committees.minutes.of', { number: facts.number })}\n${[formatDay(facts.heldOn, 'day', locale), facts.city].filter(Boolean).join(', ')}`,
    [text('committees.minutes.present'), ...facts.sides.map(side), ...(facts.others.length > 0 ? [people(facts.others)] : []), text(facts.quorate ? 'committees.minutes.quorate' : 'committees.minutes.inquorate')].join('\n'),
    ...facts.items.map((item, place) => [
      `${place + 1}. ${inLocale(item.title, locale)}`, ...(Object.keys(item.notes).length > 0 ? [inLocale(item.notes, locale)] : []),
      ...item.declared.map(({ name, what, recused }) => text(recused ? 'committees.minutes.stood-back' : 'committees.minutes.declared', { name, what })), ...item.decisions.map(decision),
    ].join('\n')),
    ...(facts.written.length > 0 ? [[text('committees.minutes.annexed'), ...facts.written.map(decision)].join('\n')] : []),
    ...(facts.actions.length > 0 ? [[text('committees.minutes.actions'), ...facts.actions.map(({ what, owner, dueOn }) => `${owner}: ${what} (${formatDay(dueOn, 'day', locale)})`)].join('\n')] : []),
  ]
  return blocks.join('\n\n')
}
