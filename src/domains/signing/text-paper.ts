// The agreed version of a text as the paper that is signed: the paper that was read, with the hashes, the places to sign and the code.
import type { TextToSign } from '#domains/texts/negotiation-model.ts'
import { paperOf } from '#domains/texts/store.ts'
import type { Facts, Paper } from '#platform/documents/paper.ts'
import { languageName } from '#platform/i18n/format.ts'
import { translator } from '#platform/i18n/words.ts'
import { verification } from './code-store.ts'
import { inGroups, type Sheet, signatureFields } from './sheet.ts'

type Agreed = Pick<TextToSign, 'number' | 'languages' | 'authentic' | 'prevailing' | 'hashes' | 'articles' | 'title'>

/** Scans of ink may go into it when it is sealed. */
export function textPaper(text: Agreed, sheet: Sheet): Paper {
  const [first] = text.languages as [Agreed['languages'][number]]
  const notes = text.languages.map((lang) => ({ kind: 'note' as const, lang, text: translator(lang)('signing.no-promise') }))
  const closing = [signatureFields(sheet), hashesOf(text, first), ...notes, verification(sheet, first)]
  return { ...paperOf(text, { layout: text.languages.length === 2 ? 'beside' : 'after', madeAt: sheet.at, version: text.number, closing }), carriesFiles: true }
}

const hashesOf = ({ authentic, hashes, number }: Agreed, lang: Agreed['languages'][number]): Facts => ({
  kind: 'facts', lang,
  facts: authentic.map((one) => ({ label: translator(lang)('signing.sheet.hash-of', { language: languageName(one, lang), version: number }), value: { text: inGroups(hashes[one] ?? '') } })),
})
