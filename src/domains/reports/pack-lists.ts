// A pack as lists: the workbook and the PDF are both made from these, so that they cannot say different numbers. Every number that counts
// something names the list behind it.
import type { PaperTable } from '#platform/documents/paper.ts'
import { rulesNow } from '#domains/commitments/rule-model.ts'
import type { Gathered, PackActivity, PackAgreement, PackCommitment } from './pack-gathering.ts'
import { countedAs } from './pack-rules.ts'
import type { Speaker } from './saying.ts'

/** `to`: the group of rows that a number counts. */
export type Entry = string | number | null | { value: number; to: string }
type Head = { label: string; kind?: 'text' | 'number' | 'date'; width: number; align?: PaperTable['columns'][number]['align'] }
export type Group = { id: string; caption: string; rows: Entry[][] }
export type List = { id: string; title: string; columns: Head[]; groups: Group[] }
/** Where a file of evidence lies in the pack, by its hash. */
export type Places = ReadonlyMap<string, string>
type Of = { pack: Gathered; say: Speaker; places: Places; about: readonly string[] }

export const listsOf = (of: Of): List[] => [summary(of), agreements(of), commitments(of), done(of), byAgreement(of), activities(of), evidence(of), sources(of)]

type Column = [name: string, width: number, kind?: Head['kind']]
const heads = (say: Speaker, ...columns: Column[]): Head[] => columns.map(([name, width, kind]) =>
  ({ label: say.text(`reports.pack.columns.${name}`), width, ...(kind ? { kind } : {}), ...(kind === 'number' ? { align: 'end' as const } : {}) }))
const list = (say: Speaker, id: string, columns: Column[], groups: Group[]): List => ({ id, title: say.text(`reports.pack.lists.${id}`), columns: heads(say, ...columns), groups: groups.filter(({ rows }) => rows.length > 0) })

function summary({ pack: { figures, agreements, activities }, say }: Of): List {
  const all = agreements.flatMap((one) => one.commitments)
  const line = (what: string, value: number, to: string): Entry[] => [say.text(`reports.pack.figures.${what}`), value > 0 ? { value, to } : 0]
  const status = (which: string) => line(`commitments-${which}`, all.filter(({ standing }) => standing.status === which).length, 'commitments')
  const before = activities.filter(({ within }) => !within).length
  return list(say, 'summary', [['what', 50], ['number', 12, 'number']], [{ id: 'figures', caption: '', rows: [
    line('agreements', figures.agreements, 'agreements'), line('asleep', agreements.filter(({ pulse }) => pulse?.pulse === 'asleep').length, 'agreements'),
    line('commitments', figures.commitments, 'commitments'), ...['green', 'amber', 'red', 'grey'].map(status),
    line('claimed', figures.claimed, 'activities'), line('confirmed', figures.confirmed, 'activities-confirmed'), line('open', figures.open, 'activities-open'),
    line('disputed', figures.disputed, 'activities-disputed'), line('withdrawn', figures.withdrawn, 'activities-withdrawn'), line('before', before, 'activities-before'),
    line('files', figures.files, 'evidence'), line('links', figures.links, 'evidence'),
  ] }])
}

function agreements({ pack: { agreements: all, activities }, say }: Of): List {
  return list(say, 'agreements', [['no', 7], ['agreement', 44], ['parties', 44], ['kind', 16], ['signed', 12, 'date'], ['from', 12, 'date'], ['until', 12, 'date'], ['state', 12], ['pulse', 12], ['commitments', 12, 'number'], ['claimed', 12, 'number'], ['confirmed', 12, 'number']],
    [{ id: 'agreements-all', caption: '', rows: all.map((one): Entry[] => {
      const done = of(activities, one).filter(({ within, claim }) => within && claim !== 'withdrawn')
      const linked = (value: number): Entry => (value > 0 ? { value, to: `of-${one.no}` } : 0)
      return [
        one.no, say.title(one), one.parties.map(({ organisation, unit }) => [say.name(organisation), unit].filter(Boolean).join(', ')).join('; '), say.text(`agreements.kinds.${one.kind}`),
        one.signedOn && one.signedOn.slice(0, { day: 10, month: 7, year: 4 }[one.signedPrecision ?? 'day']), one.holdsFrom, one.openEnded ? say.text('reports.open-ended') : one.holdsUntil,
        say.text(`agreements.states.${one.state}`), one.pulse ? say.text(`commitments.pulse.${one.pulse.pulse}`) : null,
        one.commitments.length > 0 ? { value: one.commitments.length, to: `promised-${one.no}` } : 0, linked(done.length), linked(done.filter(({ claim }) => claim === 'confirmed').length),
      ]
    }) }])
}

/** What was done for an agreement, with how its claim stands there. */
const of = (activities: readonly PackActivity[], agreement: PackAgreement) => activities.flatMap((one) => {
  const served = one.serves.find(({ agreementId }) => agreementId === agreement.id)
  return served ? [{ ...one, served, claim: one.withdrawnAt ? 'withdrawn' as const : served.claim.state }] : []
})

function commitments({ pack: { agreements: all }, say }: Of): List {
  const row = (one: PackCommitment): Entry[] => {
    const { standing: { inputs, status, reason } } = one
    const linked = (value: number): Entry => (value > 0 ? { value, to: `done-${one.no}` } : 0)
    return [one.no, say.what(one.what), say.promised(one), inputs.firstDueOn ?? inputs.dueOn, inputs.expected, linked(inputs.claimed), linked(inputs.confirmed), countedIn(one), inputs.pace === null ? null : say.share(inputs.pace), say.text(`commitments.status.${status}`), say.why(reason)]
  }
  return list(say, 'commitments', [['no', 8], ['promise', 44], ['promised', 26], ['due', 12, 'date'], ['expected', 12, 'number'], ['claimed', 12, 'number'], ['confirmed', 12, 'number'], ['counted', 12, 'number'], ['pace', 8], ['status', 12], ['why', 60]],
    all.map((one) => ({ id: `promised-${one.no}`, caption: `${one.no} ${say.title(one)}`, rows: one.commitments.map(row) })))
}

/** What enters into the pace: no more of what was confirmed than was promised. */
const countedIn = ({ standing: { inputs: { sides } } }: PackCommitment): number => sides.reduce((sum, { counted }) => sum + counted, 0)

function done({ pack: { agreements: all, activities }, say }: Of): List {
  const groups = all.flatMap((agreement) => {
    const served = of(activities, agreement)
    const gave = Map.groupBy(served.flatMap((one) => one.served.commitments.map((commitment) => ({ one, commitment }))), ({ commitment }) => commitment.id)
    return agreement.commitments.map((promise): Group => ({ id: `done-${promise.no}`, caption: `${promise.no} ${say.what(promise.what)}`, rows: (gave.get(promise.id) ?? []).map(({ one, commitment }) =>
      [promise.no, one.no, one.onDay, one.what, say.name(one.side), commitment.amount, say.text(`reports.pack.states.${one.claim}`), say.text(`reports.pack.within.${one.within}`)]) }))
  })
  return list(say, 'done', [['commitment-no', 8], ['activity-no', 8], ['day', 12, 'date'], ['what-done', 50], ['by', 30], ['amount', 10, 'number'], ['state', 14], ['within', 12]], groups)
}

function byAgreement({ pack: { agreements: all, activities }, say }: Of): List {
  return list(say, 'by-agreement', [['no', 7], ['activity-no', 8], ['day', 12, 'date'], ['what-done', 50], ['by', 30], ['state', 14], ['within', 12]], all.map((agreement) => ({
    id: `of-${agreement.no}`, caption: `${agreement.no} ${say.title(agreement)}`, rows: of(activities, agreement).map((one): Entry[] => [agreement.no, one.no, one.onDay, one.what, say.name(one.side), say.text(`reports.pack.states.${one.claim}`), say.text(`reports.pack.within.${one.within}`)]),
  })))
}

function activities({ pack: { activities: all }, say }: Of): List {
  const row = (one: PackActivity): Entry[] => [
    one.no, one.onDay, one.what, [one.place, one.online ? say.text('commitments.claim.online') : null].filter(Boolean).join(', '), say.name(one.side),
    one.numbers.reduce((sum, { inPerson }) => sum + inPerson, 0), one.numbers.reduce((sum, { online }) => sum + online, 0), say.text(`reports.pack.states.${one.counted}`),
    one.evidence.length > 0 ? { value: one.evidence.length, to: `evidence-${one.no}` } : 0, one.withdrawnBecause,
  ]
  const group = (id: string, rows: PackActivity[]): Group => ({ id: `activities-${id}`, caption: say.text(`reports.pack.figures.${id}`), rows: rows.map(row) })
  return list(say, 'activities', [['no', 8], ['day', 12, 'date'], ['what-done', 50], ['where', 24], ['by', 30], ['in-person', 10, 'number'], ['online', 10, 'number'], ['state', 14], ['evidence', 10, 'number'], ['remark', 30]],
    [...countedAs.map((how) => group(how, all.filter(({ within, counted }) => within && counted === how))), group('before', all.filter(({ within }) => !within))])
}

function evidence({ pack: { activities: all }, say, places }: Of): List {
  const row = (one: PackActivity, piece: PackActivity['evidence'][number]): Entry[] => [
    one.no, piece.title, piece.withdrawnAt ? say.text('reports.pack.withdrawn', { because: piece.withdrawnBecause ?? '' }) : piece.sha256 ? places.get(piece.sha256) ?? say.text('reports.pack.not-in-period') : piece.url,
    piece.type, piece.size, piece.sha256, piece.addedAt.slice(0, 10),
  ]
  return list(say, 'evidence', [['activity-no', 8], ['name', 36], ['place', 60], ['type', 18], ['size', 12, 'number'], ['sha256', 66], ['added', 12, 'date']],
    all.filter((one) => one.evidence.length > 0).map((one) => ({ id: `evidence-${one.no}`, caption: `${one.no} ${one.what}`, rows: one.evidence.map((piece) => row(one, piece)) })))
}

function sources({ pack: { asOf, agreements: all }, say, about }: Of): List {
  const said = all.flatMap(({ no, source }) => (source ? [[no, source]] : []))
  return list(say, 'sources', [['what', 30], ['said', 100]], [{ id: 'sources-all', caption: '', rows: [
    [say.text('reports.pack.chosen'), about.join(' · ')], [say.text('reports.brief.as-of'), say.day(asOf)], [say.text('reports.pack.how-counted'), say.text('reports.pack.counted')],
    [say.text('reports.pack.rule'), rulesNow.version], ...rulesNow.sources.map((source): Entry[] => ['', source]), ...said,
  ] }])
}
