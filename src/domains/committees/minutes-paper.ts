// Sealed minutes as a paper: every language one after the other, then the places where each side signs, the hash that all have approved, and the code of verification.
import { nameIn } from '#domains/organisations/model.ts'
import { verification } from '#domains/signing/code-store.ts'
import type { Paper, PaperBlock, SignatureField } from '#platform/documents/paper.ts'
import { type Rich, richOf } from '#platform/documents/rich.ts'
import { scriptOf } from '#platform/documents/script.ts'
import { countryName, formatInstant } from '#platform/i18n/format.ts'
import { localeNames } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Instant, Locale } from '#platform/kinds.ts'
import { titleOf } from './invitation.ts'
import type { Sitting } from './meeting-store.ts'
import type { MeetingFile } from './session-model.ts'

type Side = MeetingFile['sides'][number]
export type Written = { texts: readonly { locale: Locale; text: string }[]; hash: string; madeAt: Instant; sides: readonly Side[]; correction: boolean; code: string; address: string }

/** The field of a side in the file; `whole` where the body has none. */
export const fieldOf = (sideId: Id | null): string => `side-${sideId ?? 'whole'}`

export function minutesPaper(sitting: Sitting, { texts, hash, madeAt, sides, correction, code, address }: Written): Paper {
  const [first] = texts.map(({ locale }) => locale) as [Locale]
  const say = translator(first)
  // Each language on pages of its own: each side reads its own text through.
  const blocks = texts.flatMap(({ locale, text }, at): PaperBlock[] => [
    ...(at > 0 ? [{ kind: 'page-break' as const }] : []), ...(texts.length > 1 ? [{ kind: 'note' as const, lang: locale, text: localeNames[locale] }] : []), ...portions(richFrom(text)).map((rich) => ({ kind: 'rich' as const, lang: locale, rich })),
  ])
  const title = texts.map(({ locale }) => ({ lang: locale, text: correction ? `${translator(locale)('committees.minutes.correction')}: ${titleOf(sitting, locale)}` : `${translator(locale)('committees.minutes')}: ${titleOf(sitting, locale)}` }))
  return {
    languages: texts.map(({ locale }) => locale) as [Locale, ...Locale[]], title: title as Paper['title'], madeAt, pageNumber: { lang: first, text: bare(say('signing.sheet.page', { page: '{page}', pages: '{pages}' })) },
    blocks: [
      ...blocks, { kind: 'signatures', fields: sides.length > 0 ? sides.map((side) => fieldFor(side, first)) : [{ name: fieldOf(null), lines: [{ lang: first, text: say('committees.offices.chair') }] }] },
      { kind: 'facts', lang: first, facts: [{ label: say('committees.minutes.hash'), value: { text: hash.replace(/.{8}(?=.)/g, '$& ') } }, { label: say('committees.minutes.sealed-at'), value: { text: bare(`${formatInstant(madeAt, first, 'UTC')} UTC`) } }] }, verification({ code, address }, first),
    ],
  }
}

const bare = (said: string) => said.replace(/[\u2066-\u2069]/g, '')
function fieldFor(side: Side, first: Locale): SignatureField {
  const name = side.organisation ? nameIn(side.organisation, side.organisation.country === 'CN' ? 'zh' : 'en') : countryName(side.country ?? '', first)
  return { name: fieldOf(side.id), lines: [{ lang: first, text: translator(first)('committees.minutes.signs-for') }, { lang: scriptOf(name), text: name }] }
}

/** Passages are parted by an empty line; the first line of one that has several is its heading. */
const richFrom = (text: string): Rich => text.split(/\r?\n\s*\r?\n/).flatMap((passage): Rich => {
  const [first, ...rest] = passage.split(/\r?\n/).map((line) => line.trim()).filter(Boolean)
  if (!first) return []
  return rest.length === 0 ? richOf(first) : [{ kind: 'heading', level: 3, line: [{ text: first }] }, ...richOf(rest.join('\n'))]
})

/** No block holds more than so many paragraphs. */
const most = 400
const portions = (rich: Rich): Rich[] => Array.from({ length: Math.max(1, Math.ceil(rich.length / most)) }, (_, at) => rich.slice(at * most, (at + 1) * most))
