// A brief in words: blocks for the page, the PDF and the Word file alike, in one language.
import type { Column } from '#platform/documents/paper.ts'
import { countryName } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import type { Turn } from '#platform/turns.ts'
import { type Brief, type BriefCommitment, turnsMost } from './brief-store.ts'
import type { BriefBlock, BriefCell, BriefShown } from './model.ts'
import { type Owed, owedOf } from './owed-rules.ts'
import { type Speaker, speaker } from './saying.ts'

const most = { agreements: 10, commitments: 12, open: 10, people: 12 }
const nothing = { id: null, caption: null, text: null, facts: [], columns: [], rows: [], rings: [], bars: [] }
type Telling = { brief: Brief; say: Speaker; home: string }

/** `home`: the address of the installation, at which every line can be looked up. */
export function sayBrief(brief: Brief, locale: Locale, home: string): BriefShown {
  const say = speaker(locale)
  const telling = { brief, say, home }
  const title = say.text('reports.brief.title', { partner: say.name(brief.organisation) })
  const blocks = [facts(telling), agreements(telling), promises(telling), owed(telling), open(telling), people(telling), note(telling)]
  return { organisationId: brief.organisation.id, title, original: brief.organisation.name === say.name(brief.organisation) ? null : brief.organisation.name, blocks: blocks.filter((one) => one !== null) }
}

function facts({ brief: { organisation, us, today, contact, agreements }, say, home }: Telling): BriefBlock {
  const { text } = say
  const place = [text(`organisations.kinds.${organisation.kind}`), organisation.city, organisation.country && countryName(organisation.country, say.locale)].filter(Boolean).join(' · ')
  const where = agreements.find(({ id }) => id === contact?.agreementId)
  return {
    ...nothing, kind: 'facts', facts: [
      { label: text('reports.brief.partner'), value: { text: [say.name(organisation), organisation.name].filter((name, at, all) => all.indexOf(name) === at).join(' · '), bold: true, href: `${home}/organisations/${organisation.id}` } },
      { label: text('reports.brief.who'), value: { text: place } },
      ...(us ? [{ label: text('reports.brief.seen-by'), value: { text: say.name(us) } }] : []),
      { label: text('reports.brief.as-of'), value: { text: say.day(today) } },
      { label: text('reports.brief.last-contact'), value: contact
        ? { text: text(`reports.brief.contact.${contact.kind}`, { on: say.day(contact.on), what: contact.what ?? '', agreement: where ? say.title(where) : '' }), href: `${home}/agreements/${contact.agreementId}` }
        : { text: text('reports.brief.no-contact') } },
    ],
  }
}


function agreements({ brief: { agreements: all, total }, say, home }: Telling): BriefBlock {
  const { text } = say
  if (all.length === 0) return { ...nothing, kind: 'note', caption: text('reports.brief.agreements'), text: text('reports.brief.no-agreements') }
  const running = all.toSorted((a, b) => order(a.state) - order(b.state))
  return {
    ...nothing, kind: 'table', caption: text('reports.brief.agreements-of', { count: total }),
    columns: columnsOf(say, ['agreement', 3], ['signed'], ['state'], ['until'], ['pulse'], ['claimed', 'end'], ['confirmed', 'end']),
    rows: [...running.slice(0, most.agreements).map((one): BriefCell[] => [
      { text: say.title(one), href: `${home}/agreements/${one.id}`, ...(one.titleLang && say.title(one) === one.title ? { lang: one.titleLang } : {}) },
      { text: say.day(one.signedOn, one.signedPrecision) }, { text: text(`agreements.states.${one.state}`) },
      { text: one.openEnded ? text('reports.open-ended') : say.day(one.holdsUntil) },
      { text: one.pulse ? text(`commitments.pulse.${one.pulse.pulse}`) : '—' },
      { text: say.number(one.pulse?.claimed ?? 0) }, { text: say.number(one.pulse?.confirmed ?? 0) },
    ]), ...more(say, total - most.agreements, 7)],
  }
}

const states = ['expiring', 'in-force', 'unclear', 'draft', 'not-yet', 'lapsed', 'ended']
const order = (state: string): number => states.indexOf(state)

function promises({ brief: { commitments }, say }: Telling): BriefBlock | null {
  const { text } = say
  if (commitments.length === 0) return null
  const urgent = commitments.toSorted((a, b) => rank(a) - rank(b)).slice(0, most.commitments)
  const left = commitments.length - urgent.length
  return {
    ...nothing, kind: 'rings', caption: left > 0 ? text('reports.brief.promised-some', { shown: urgent.length, count: commitments.length }) : text('reports.brief.promised'),
    columns: columnsOf(say, ['promise'], ['by-now'], ['claimed'], ['confirmed']),
    rings: urgent.map((one) => ({
      label: `${say.what(one.what)} (${say.promised(one)}): ${text(`commitments.status.${one.standing.status}`)}`,
      expected: round(one.standing.inputs.expected), claimed: one.standing.inputs.claimed, confirmed: one.standing.inputs.confirmed,
    })),
  }
}

const rank = ({ standing: { status } }: BriefCommitment): number => ['red', 'amber', 'green', 'grey'].indexOf(status)
const round = (number: number): number => Math.round(number * 10) / 10

function owed({ brief: { commitments, ours }, say }: Telling): BriefBlock | null {
  if (ours.size === 0 || commitments.length === 0) return null
  const all = commitments.flatMap((one) => owedOf(one, ours))
  const of = (who: Owed['who']) => all.filter((one) => one.who === who).map((one) => debt(one, say)).join('; ') || say.text('reports.brief.nothing-owed')
  return {
    ...nothing, kind: 'facts', caption: say.text('reports.brief.owed'),
    facts: (['we', 'they', 'together'] as const).filter((who) => who !== 'together' || all.some((one) => one.who === who)).map((who) => ({ label: say.text(`reports.brief.owed.${who}`), value: { text: of(who) } })),
  }
}

function debt({ commitment, open: amount, claimed, payment }: Owed, say: Speaker): string {
  const what = say.what(commitment.what)
  if (payment) return say.text('reports.brief.payment', { what, amount: say.number(amount), currency: commitment.currency ?? '' })
  return say.text(claimed > 0 ? 'reports.brief.debt-claimed' : 'reports.brief.debt', { what, amount: say.measure(commitment.unit, amount), claimed: say.number(claimed) })
}

function open(telling: Telling): BriefBlock {
  const { brief: { agreements: all, commitments, yours, theirs }, say, home } = telling
  const { text } = say
  const titleOf = (id: string | null) => { const one = all.find((agreement) => agreement.id === id); return one ? say.title(one) : '' }
  // Where there is only one agreement, every point is about it.
  const several = all.length > 1
  const line = (what: string, where: string | null, when: string): BriefCell[] => [{ text: what }, ...(several ? [{ text: titleOf(where), href: `${home}/agreements/${where}` }] : []), { text: when }]
  const turn = (whose: 'yours' | 'theirs') => (one: Turn) => line(turnText(one, whose, say), one.agreementId, text('reports.since', { on: say.day(one.since.slice(0, 10)) }))
  const rows = [
    ...all.filter(({ pulse }) => pulse && pulse.disputed > 0).map((one) => line(text('commitments.pulse.disputed', { disputed: one.pulse!.disputed }), one.id, '')),
    ...commitments.filter(({ standing: { status } }) => status === 'red').map((one) => line(text('reports.brief.late', { what: say.what(one.what) }), one.agreementId, say.day(one.standing.inputs.firstDueOn ?? one.standing.inputs.dueOn))),
    ...all.filter(({ state }) => state === 'expiring').map((one) => line(text('reports.brief.expires'), one.id, say.day(one.holdsUntil))),
    ...all.filter(({ pulse }) => pulse?.pulse === 'asleep').map((one) => line(`${text('commitments.pulse.asleep')}: ${one.pulse!.reasons.map(say.why).join('; ')}`, one.id, say.day(one.pulse!.lastActivityOn))),
    // What was left open by a side stands last, so that a hundred claims do not hide what is late.
    ...yours.map(turn('yours')), ...theirs.map(turn('theirs')),
  ]
  if (rows.length === 0) return { ...nothing, kind: 'note', caption: text('reports.brief.open'), text: text('reports.brief.nothing-open') }
  return { ...nothing, kind: 'table', caption: text('reports.brief.open'), columns: columnsOf(say, ['point', 3], ...(several ? [['agreement', 2] as Head] : []), ['when']), rows: [...rows.slice(0, most.open), ...more(say, rows.length - most.open, several ? 3 : 2, yours.length >= turnsMost || theirs.length >= turnsMost)] }
}

function turnText({ kind, facts, title }: Turn, whose: 'yours' | 'theirs', say: Speaker): string {
  const [room, what] = kind.split('.') as [string, string]
  const words = say.text(`${room}.turns.${what}`, facts)
  const about = Object.keys(title).length > 0 ? say.what(title) : ''
  return say.text(`reports.brief.turn.${whose}`, { what: about ? `${words}: ${about}` : words })
}

function people({ brief: { people: all, organisation, us }, say }: Telling): BriefBlock {
  const { text } = say
  if (all.length === 0) return { ...nothing, kind: 'note', caption: text('reports.brief.people'), text: text('reports.brief.no-people') }
  const rows = all.slice(0, most.people).map(({ person, offices, at }): BriefCell[] => [
    { text: nameOf(person, say.locale), bold: true }, { text: offices.map(({ title, role }) => title ?? text(`people.roles.${role}`)).join(', ') },
    { text: say.name(at === organisation.id ? organisation : us ?? undefined) }, person.email ? { text: person.email, href: `mailto:${person.email}` } : { text: '—' },
  ])
  return { ...nothing, kind: 'table', caption: text('reports.brief.people'), columns: columnsOf(say, ['person', 2], ['office', 2], ['organisation', 2], ['email']), rows: [...rows, ...more(say, all.length - most.people, 4)] }
}

/** In the reader's script first, with the other beside it. */
function nameOf({ name, nameNative }: { name: string; nameNative: string | null }, locale: Locale): string {
  if (!nameNative || nameNative === name) return name
  return scripts[locale].test(nameNative) ? `${nameNative} · ${name}` : `${name} · ${nameNative}`
}
const scripts = { en: /\p{Script=Latin}/u, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u, ur: /\p{Script=Arabic}/u }

const note = ({ say }: Telling): BriefBlock => ({ ...nothing, kind: 'note', text: say.text('reports.counted-apart') })

type Head = [name: string, share?: number | 'end']
const columnsOf = (say: Speaker, ...heads: Head[]): Column[] => heads.map(([name, share]) =>
  ({ label: say.text(`reports.columns.${name}`), ...(typeof share === 'number' ? { share } : {}), ...(share === 'end' ? { align: 'end' as const } : {}) }))

const more = (say: Speaker, left: number, width: number, atLeast = false): BriefCell[][] =>
  (left > 0 ? [[{ text: say.text(atLeast ? 'reports.more-at-least' : 'reports.more', { count: left }) }, ...Array.from({ length: width - 1 }, () => ({ text: '' }))]] : [])
