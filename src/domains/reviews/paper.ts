// A review as PDF or Word, in a language: what the facts say of each criterion, what was moved and why, challenges, new areas, the outcome and
// where it leads. The same review is the same file.
import type { Cell, Paper, PaperBlock, PaperTable } from '#platform/documents/paper.ts'
import { richOf } from '#platform/documents/rich.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'
import { writeWord } from '#platform/documents/write-word.ts'
import type { Download } from '#platform/http/contract.ts'
import { formatDay, formatDays, formatNumber } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Instant, Locale } from '#platform/kinds.ts'
import type { ReviewFile } from './model.ts'
import { rulesOf } from './rule-model.ts'
import { said, saidOf } from './said-rules.ts'

type Telling = { file: ReviewFile; lang: Locale; text: ReturnType<typeof translator> }
const bare = (words: string): string => words.replace(/[\u2066-\u2069]/g, '')

export async function writeReviewFile(file: ReviewFile, { locale, form }: { locale: Locale; form: 'pdf' | 'docx' }, now: Instant): Promise<Download> {
  const text = translator(locale)
  const title = bare(text('reviews.title', { year: String(file.year), agreement: said(file.of.agreement.names, locale) }))
  const paper = paperOf({ file, lang: locale, text }, title, file.laidAt ?? now)
  const name = `${title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').slice(0, 120)}.${form}`
  if (form === 'docx') return { name, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', body: writeWord(paper) }
  return { name, type: 'application/pdf', body: (await writePdf(paper)).bytes }
}

function paperOf(telling: Telling, title: string, madeAt: Instant): Paper {
  const { file: { hash, of: { facts, reckoned } }, lang, text } = telling
  const on = formatDay(facts.asOf, 'day', lang)
  return {
    languages: [lang], title: [{ lang, text: title }], madeAt, footer: { lang, text: bare(`${text('reviews.as-of', { on })}${hash ? ` · ${hash.slice(0, 16)}` : ''}`) },
    pageNumber: { lang, text: bare(text('reviews.page', { page: '{page}', pages: '{pages}' })) },
    blocks: [
      heading(telling), { kind: 'note', lang, text: bare(text('reviews.own-scorecard')) }, criteriaOf(telling), arithmetic(telling), ...due(telling), ...moves(telling), ...checks(telling), challenges(telling), areas(telling), ...words(telling),
      { kind: 'note', lang, text: text('reviews.sources') }, { kind: 'note', lang: 'en', text: rulesOf(reckoned.ruleVersion).sources.join('; ') },
    ],
  }
}

function heading({ file: { of: { agreement, sides, facts, reckoned, outcome, hearingOn }, state, agreedAt }, lang, text }: Telling): PaperBlock {
  const fact = (label: string, value: string): { label: string; value: Cell } => ({ label: text(`reviews.fact.${label}`), value: { text: bare(value) } })
  return {
    kind: 'facts', lang, facts: [
      fact('agreement', said(agreement.names, lang)), fact('sides', sides.map(({ names }) => said(names, lang)).join(' · ')), fact('span', formatDays(facts.from, facts.asOf, lang)),
      fact('state', text(`reviews.states.${state}`) + (agreedAt ? ` · ${formatDay(agreedAt.slice(0, 10), 'day', lang)}` : '')), fact('total', reckoned.total === null ? '—' : text('reviews.points-of', { points: reckoned.total })),
      fact('proposed', text(reckoned.reason.key, reckoned.reason.facts)),
      ...(outcome ? [fact('outcome', text(`reviews.outcomes.${outcome}`)), fact('leads-to', text(`reviews.leads-to.${outcome}`))] : []), ...(hearingOn ? [fact('hearing-on', formatDay(hearingOn, 'day', lang))] : []),
    ],
  }
}

function criteriaOf({ file: { of: { reckoned, moves: moved, facts } }, lang, text }: Telling): PaperTable {
  const number = (value: number | null) => (value === null ? '—' : formatNumber(value, lang, { maximumFractionDigits: 2 }))
  return {
    kind: 'table', lang, caption: text('reviews.criteria'),
    columns: [{ label: text('reviews.column.criterion'), share: 3 }, { label: text('reviews.column.why'), share: 4 }, ...['weight', 'anchor', 'moved', 'points'].map((name) => ({ label: text(`reviews.column.${name}`), align: 'end' as const }))],
    rows: reckoned.criteria.map(({ id, reason, weight, anchor, points }) => {
      const move = moved.find(({ criterion }) => criterion === id)
      return [{ text: text(`reviews.criterion.${id}`), bold: true }, { text: bare(saidOf(reason, text, (day) => formatDay(day, 'day', lang), facts.asOf)) }, { text: number(weight) }, { text: number(anchor) }, { text: move ? (move.by > 0 ? '+1' : '−1') : '—' }, { text: number(points) }]
    }),
  }
}

const arithmetic = ({ file: { of: { reckoned: { earned, assessed, total, ruleVersion } } }, lang, text }: Telling): PaperBlock =>
  ({ kind: 'note', lang, text: bare(text(total === null ? 'reviews.arithmetic-none' : 'reviews.arithmetic', { earned, assessed, total: total ?? 0, version: ruleVersion })) })

function due({ file: { of: { facts } }, lang, text }: Telling): PaperBlock[] {
  if (facts.due.length === 0) return []
  const number = (value: number) => ({ text: formatNumber(value, lang, { maximumFractionDigits: 1 }) })
  return [{
    kind: 'table', lang, caption: text('reviews.promised'), columns: [{ label: text('reviews.column.promise'), share: 5 }, ...['expected', 'claimed', 'confirmed'].map((name) => ({ label: text(`reviews.column.${name}`), align: 'end' as const }))],
    rows: facts.due.map(({ what, expected, claimed, confirmed }) => [{ text: said(what, lang) }, number(expected), number(claimed), number(confirmed)]),
  }]
}

function moves({ file: { of: { moves: all, sides } }, lang, text }: Telling): PaperBlock[] {
  if (all.length === 0) return []
  return [{
    kind: 'table', lang, caption: text('reviews.moves'), columns: [{ label: text('reviews.column.criterion'), share: 2 }, { label: text('reviews.column.moved'), align: 'end' }, { label: text('reviews.column.reason'), share: 4 }, { label: text('reviews.column.side'), share: 2 }],
    rows: all.map(({ criterion, by, reason, sideId }) => [{ text: text(`reviews.criterion.${criterion}`) }, { text: by > 0 ? '+1' : '−1' }, { text: reason }, { text: said(sides.find(({ id }) => id === sideId)?.names ?? {}, lang) }]),
  }]
}

function checks({ file: { of: { reckoned, facts } }, lang, text }: Telling): PaperBlock[] {
  const all = reckoned.criteria.flatMap((one) => one.checks)
  if (all.length === 0) return []
  return [{ kind: 'table', lang, caption: text('reviews.checks'), columns: [{ label: text('reviews.column.check'), share: 5 }, { label: text('reviews.column.status') }], rows: all.map(({ reason, status }) => [{ text: bare(saidOf(reason, text, (day) => formatDay(day, 'day', lang), facts.asOf)) }, { text: text(`reviews.check-status.${status}`) }]) }]
}

function challenges({ file: { of: { challenges: all, sides } }, lang, text }: Telling): PaperBlock {
  if (all.length === 0) return { kind: 'note', lang, text: `${text('reviews.challenges')}: ${text('reviews.challenges.none')}` }
  return {
    kind: 'table', lang, caption: text('reviews.challenges'), columns: ['what', 'cause', 'answer'].map((name) => ({ label: text(`reviews.challenge.${name}`), share: 3 })).concat([{ label: text('reviews.challenge.owner'), share: 2 }, { label: text('reviews.challenge.since'), share: 2 }]),
    rows: all.map(({ what, cause, answer, ownerId, since, resolvedOn }) => [
      { text: said(what, lang), bold: true }, { text: said(cause, lang) || '—' }, { text: said(answer, lang) || '—' }, { text: said(sides.find(({ id }) => id === ownerId)?.names ?? {}, lang) || '—' },
      { text: formatDay(since, 'day', lang, 'short') + (resolvedOn ? ` – ${formatDay(resolvedOn, 'day', lang, 'short')}` : '') },
    ]),
  }
}

function areas({ file: { of: { areas: all, sides } }, lang, text }: Telling): PaperBlock {
  if (all.length === 0) return { kind: 'note', lang, text: `${text('reviews.areas')}: ${text('reviews.areas.none')}` }
  return {
    kind: 'table', lang, caption: text('reviews.areas'), columns: [{ label: text('reviews.area.what'), share: 4 }, { label: text('reviews.column.side'), share: 3 }, { label: text('reviews.area.state'), share: 2 }],
    rows: all.map(({ what, sideId, state, because }) => [{ text: said(what, lang), bold: true }, { text: said(sides.find(({ id }) => id === sideId)?.names ?? {}, lang) }, { text: text(`reviews.area.states.${state}`) + (because ? `: ${because}` : '') }]),
  }
}

/** What the sides wrote, each under its own heading. */
const words = ({ file: { of }, lang, text }: Telling): PaperBlock[] => (['because', 'conditions', 'summary'] as const).flatMap((name): PaperBlock[] => {
  const words = said(of[name], lang)
  return words ? [{ kind: 'rich', lang, rich: [{ kind: 'heading', level: 2, line: [{ text: text(`reviews.${name}`) }] }, ...richOf(words)] }] : []
})
