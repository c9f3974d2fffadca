// An annual report in words: blocks for the page, the public page, the PDF, the Word file and the workbook alike, in one language, from what was frozen.
import type { Item } from '#domains/plans/indicator-model.ts'
import { countryName, formatDay, formatNumber, formatShare } from '#platform/i18n/format.ts'
import type { Locale } from '#platform/kinds.ts'
import type { AnnualContent } from './annual-model.ts'
import type { BriefBlock, BriefCell } from './model.ts'
import { type Speaker, speaker } from './saying.ts'

type Block = BriefBlock
const nothing: Omit<Block, 'kind'> = { id: null, caption: null, text: null, facts: [], columns: [], rows: [], rings: [], bars: [] }
type Telling = { of: AnnualContent; say: Speaker; locale: Locale; home: string }

export const saidOf = (texts: Partial<Record<string, string>>, locale: Locale): string => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? ''
const nameOf = ({ about }: AnnualContent, locale: Locale): string => (about.country ? countryName(about.country, locale) : saidOf(about.names, locale))
export const titleOfAnnual = (of: AnnualContent, locale: Locale): string => speaker(locale).text('reports.annual.title', { what: nameOf(of, locale), year: String(of.year) })

/** `open`: for readers who have not signed in; then only lines of public agreements are named, and the others counted. */
export function sayAnnual(of: AnnualContent, locale: Locale, home: string, open = false): Block[] {
  const telling: Telling = { of, say: speaker(locale), locale, home }
  return [facts(telling), standing(telling), ...numbers(telling), obstacles(telling), months(telling), countries(telling), ...plans(telling), counted(telling), ...lists(telling, open)].filter((one) => one !== null)
}

function facts({ of, say: { text }, locale, home }: Telling): Block {
  const { about, from, until, asOf, agreements } = of
  const page = about.kind === 'country' ? null : `${home}/${{ alliance: 'alliances', agreement: 'agreements', organisation: 'organisations', plan: 'plans', 'joint-unit': 'joint-units' }[about.kind]}/${about.id}`
  const day = (on: string) => formatDay(on, 'day', locale)
  return { ...nothing, kind: 'facts', facts: [
    { label: text('reports.annual.about'), value: { text: nameOf(of, locale), bold: true, ...(page ? { href: page } : {}) } },
    { label: text('reports.annual.span'), value: { text: text('reports.pack.between', { from: day(from), until: day(until) }) } },
    { label: text('reports.annual.frozen'), value: { text: day(asOf) } }, { label: text('reports.annual.agreements'), value: { text: formatNumber(agreements, locale) } },
  ] }
}

/** How agreements stand, how lively they are, how their promises stand: three counts side by side as one table. */
function standing({ of: { states, pulses, standings }, say: { text }, locale }: Telling): Block {
  const lines = (group: string, counts: Record<string, number>, word: (key: string) => string, order: string[]): BriefCell[][] =>
    order.filter((key) => counts[key]).map((key) => [{ text: text(`reports.annual.group.${group}`) }, { text: word(key) }, { text: formatNumber(counts[key]!, locale) }])
  const rows = [
    ...lines('states', states, (key) => text(`agreements.states.${key}`), ['in-force', 'expiring', 'not-yet', 'unclear', 'lapsed', 'ended']),
    ...lines('pulses', pulses, (key) => text(`commitments.pulse.${key}`), ['active', 'quiet', 'asleep', 'none']),
    ...lines('standings', standings, (key) => text(`commitments.status.${key}`), ['green', 'amber', 'red', 'grey']),
  ]
  return { ...nothing, kind: 'table', caption: text('reports.annual.standing'), columns: [{ label: text('reports.annual.column.what') }, { label: text('reports.annual.column.how'), share: 2 }, { label: text('reports.annual.column.number'), align: 'end' }], rows }
}

const amount = (value: number | null, unit: string, locale: Locale, unknown: string): string =>
  (value === null ? unknown : unit === 'percent' ? formatShare(value / 100, locale) : formatNumber(value, locale, { maximumFractionDigits: 1 }))

/** What is not known is said last and once, so that it neither hides nor is hidden. */
function numbers({ of: { indicators, lists }, say: { text }, locale }: Telling): Block[] {
  const name = ({ code, own }: AnnualContent['indicators'][number]) => (own ? saidOf(own.name, locale) : `${text(`plans.indicators.${code}.name`)} (${code})`)
  const known = indicators.filter(({ value, claimed, own }) => value !== null || claimed !== null || own !== null)
  const linked = (words: string, to: string): BriefCell => (lists[to] ? { text: words, href: `#list-${to}` } : { text: words })
  const rows = known.map((one): BriefCell[] => [
    { text: name(one) }, { text: text(`plans.units.${one.unit}`) }, linked(amount(one.value, one.unit, locale, text('plans.unknown')), `${one.code}-confirmed`), linked(amount(one.claimed, one.unit, locale, '—'), `${one.code}-claimed`),
    { text: one.parts.some(({ value }) => value !== 0) ? one.parts.map(({ key, value }) => text(`plans.parts.${key}`, { value })).join(' · ') : '' },
  ])
  const unknown = indicators.filter((one) => !known.includes(one))
  const heads = [['what', 4], ['unit', 2], ['confirmed', 'end'], ['claimed', 'end'], ['parts', 3]] as const
  return [
    { ...nothing, id: 'indicators', kind: 'table', caption: text('reports.annual.indicators'), columns: heads.map(([head, how]) => ({ label: text(`reports.annual.column.${head}`), ...(how === 'end' ? { align: 'end' as const } : { share: how }) })), rows },
    ...(unknown.length > 0 ? [{ ...nothing, kind: 'note' as const, caption: null, text: text('reports.annual.not-known', { what: unknown.map(name).join('; ') }) }] : []),
  ]
}

function obstacles({ of: { obstacles: all }, say: { text }, locale }: Telling): Block {
  if (all.length === 0) return { ...nothing, kind: 'note', caption: text('reports.obstacles'), text: text('reports.obstacles.none') }
  const day = (on: string | null) => (on ? formatDay(on, 'day', locale, 'short') : '—')
  return {
    ...nothing, kind: 'table', caption: text('reports.obstacles'), columns: ['what', 'cause', 'answer', 'owner', 'since', 'resolved'].map((head) => ({ label: text(`reports.obstacles.${head}`), ...(['what', 'cause', 'answer'].includes(head) ? { share: 3 } : {}) })),
    rows: all.map(({ what, cause, answer, owner, since, resolvedOn }) => [{ text: saidOf(what, locale), bold: true }, { text: saidOf(cause, locale) || '—' }, { text: saidOf(answer, locale) || '—' }, { text: owner ? saidOf(owner, locale) : '—' }, { text: day(since) }, { text: day(resolvedOn) }]),
  }
}

function months({ of: { months: all, year }, say: { text }, locale }: Telling): Block | null {
  if (all.every(({ confirmed, claimed }) => confirmed + claimed === 0)) return null
  const named = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return {
    ...nothing, kind: 'bars', caption: text('reports.annual.months'), columns: ['month', 'confirmed', 'claimed'].map((head) => ({ label: text(`reports.annual.column.${head}`) })),
    bars: all.map(({ month, confirmed, claimed }) => ({ label: named.format(Date.UTC(year, month - 1, 1)), first: confirmed, second: claimed })),
  }
}

function countries({ of: { countries: all }, say: { text }, locale }: Telling): Block | null {
  if (all.length === 0) return null
  return {
    ...nothing, kind: 'table', caption: text('reports.annual.countries'), columns: ['country', 'agreements', 'confirmed', 'claimed'].map((head, at) => ({ label: text(`reports.annual.column.${head}`), ...(at > 0 ? { align: 'end' as const } : { share: 2 }) })),
    rows: all.map(({ country, agreements, confirmed, claimed }) => [{ text: countryName(country, locale) }, ...[agreements, confirmed, claimed].map((value) => ({ text: formatNumber(value, locale) }))]),
  }
}

/** A plan's measures as rings, and in a table why each stands as it does. */
function plans({ of: { plans: all }, say: { text }, locale }: Telling): Block[] {
  return all.filter(({ measures }) => measures.length > 0).flatMap(({ title, measures }): Block[] => [
    {
      ...nothing, kind: 'rings', caption: text('reports.annual.plan', { title: saidOf(title, locale) }), columns: ['measure', 'expected', 'claimed', 'confirmed'].map((head) => ({ label: text(`reports.annual.column.${head}`) })),
      rings: measures.map(({ measure, standing: { status, inputs } }) => ({ label: `${saidOf(measure.what, locale)} (${text(`plans.units.${measure.unit}`)}): ${text(`plans.status.${status}`)}`, expected: inputs.expected ?? 0, claimed: inputs.claimed ?? 0, confirmed: inputs.actual ?? 0 })),
    },
    {
      ...nothing, kind: 'table', caption: null, columns: [{ label: text('reports.annual.column.measure'), share: 2 }, { label: text('reports.annual.column.why'), share: 3 }, { label: text('reports.annual.column.said'), share: 3 }],
      rows: measures.map(({ measure, standing: { reason }, commentary }) => [
        { text: saidOf(measure.what, locale) }, { text: text(reason.key, { ...reason.facts, on: typeof reason.facts['on'] === 'string' ? formatDay(reason.facts['on'], 'day', locale) : '' }) }, { text: commentary?.words ?? '—', ...(commentary ? { lang: commentary.lang } : {}) },
      ]),
    },
  ])
}

const counted = ({ say: { text } }: Telling): Block => ({ ...nothing, kind: 'note', caption: text('reports.annual.how'), text: text('reports.annual.counted') })

const rooms = { activity: 'activities', agreement: 'agreements', meeting: 'meetings', body: 'bodies' }
const addressOf = ({ kind, id, agreement }: Item): string => (kind === 'commitment' ? `/agreements/${agreement!.id}` : `/${rooms[kind]}/${id}`)

/** The lists behind the numbers. Where more were counted than stand here, it says so. */
function lists({ of: { lists: all, indicators }, say, locale, home }: Telling, open: boolean): Block[] {
  const { text } = say
  const named = ({ kind, what, lang, titles }: Item): BriefCell =>
    kind === 'agreement' ? { text: say.title({ title: what, titleLang: lang, titles } as never) } : kind !== 'activity' ? { text: saidOf(titles, locale) } : { text: what, ...(lang ? { lang } : {}) }
  return Object.entries(all).map(([key, rows]): Block => {
    const [code, state] = [key.slice(0, key.lastIndexOf('-')), key.slice(key.lastIndexOf('-') + 1) as 'confirmed' | 'claimed']
    const one = indicators.find((indicator) => indicator.code === code)!
    const shown = open ? rows.filter(({ agreement, kind }) => kind === 'agreement' || agreement?.public) : rows
    const lines = shown.filter(({ kind }) => !open || kind !== 'agreement').map((row): BriefCell[] => [
      { text: row.onDay ? formatDay(row.onDay, 'day', locale, 'short') : '—' }, { ...named(row), ...(open ? {} : { href: home + addressOf(row) }) },
      { text: row.agreement ? say.title(row.agreement as never) : '' }, { text: row.amount === null ? '' : [row.amount, row.target].flatMap((some) => (some === undefined ? [] : formatNumber(some, locale, { maximumFractionDigits: 1 }))).join(' / ') },
    ])
    const left = rows.length - lines.length
    const more: BriefCell[][] = left > 0 ? [[{ text: '' }, { text: text('reports.annual.not-public', { count: left }) }, { text: '' }, { text: '' }]] : rows.length >= 200 ? [[{ text: '' }, { text: text('reports.annual.first-lines', { count: rows.length }) }, { text: '' }, { text: '' }]] : []
    const name = one.own ? saidOf(one.own.name, locale) : `${text(`plans.indicators.${code}.name`)} (${code})`
    return { ...nothing, id: `list-${key}`, kind: 'table', caption: `${name}: ${text(`plans.indicators.list.${state}`)}`, columns: [{ label: text('reports.pack.columns.day') }, { label: text('reports.annual.column.what'), share: 4 }, { label: text('reports.columns.agreement'), share: 3 }, { label: text('reports.annual.column.number'), align: 'end' }], rows: [...lines, ...more] }
  })
}
