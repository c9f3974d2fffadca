// The paper that is signed: the PDF as it was brought, followed by a sheet with a place for each signatory and the code of verification.
import { PDF } from '@libpdf/core'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import type { Paper, SignatureField } from '#platform/documents/paper.ts'
import { scriptOf } from '#platform/documents/script.ts'
import { writePdf } from '#platform/documents/write-pdf.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Instant, Locale } from '#platform/kinds.ts'
import { Refused } from '#platform/refusals.ts'
import { placeFields, type Field } from '#platform/signatures/fields.ts'
import { verification } from './code-store.ts'
import type { SeatRow } from './model.ts'

/** `address`: of the page of verification, without the code. */
export type Sheet = { title: string; titleLang: string | null; sha256: string | null; code: string; address: string; at: Instant; seats: readonly SeatRow[]; organisations: ReadonlyMap<string, OrganisationBrief> }

/** Gives the brought PDF with the sheet behind it and the fields in place. */
export async function paperFromPdf(brought: Uint8Array, sheet: Sheet): Promise<Uint8Array> {
  const { bytes, fields } = await writePdf(sheetPaper(sheet))
  const pdf = await PDF.load(brought).catch(() => { throw new Refused('web.pdf-not-readable', {}, 422) })
  if (pdf.isEncrypted) throw new Refused('signing.upload-locked', {}, 422)
  const first = pdf.getPageCount()
  const behind = await PDF.load(bytes)
  await pdf.copyPagesFrom(behind, Array.from({ length: behind.getPageCount() }, (_, page) => page))
  return placeFields(await pdf.save(), placesOf(fields, first))
}

/** Gives a paper of ours with the fields in place; it names them itself. */
export async function paperFromText(paper: Paper): Promise<Uint8Array> {
  const { bytes, fields } = await writePdf(paper)
  return placeFields(bytes, placesOf(fields, 0))
}

const placesOf = (fields: readonly { name: string; page: number; x: number; y: number; width: number; height: number }[], from: number): Field[] =>
  fields.map(({ name, page, x, y, width, height }) => ({ name, page: from + page, box: { x, y, width, height } }))

function sheetPaper(sheet: Sheet): Paper {
  const languages = languagesOf(sheet)
  const said = (key: string, facts = {}) => languages.map((lang) => ({ lang, text: translator(lang)(key, facts) }))
  const [title, ...others] = said('signing.sheet.title')
  const facts = languages.map((lang) => ({
    kind: 'facts' as const, lang,
    facts: [
      { label: translator(lang)('signing.sheet.agreement'), value: { text: sheet.title, ...(sheet.titleLang && { lang: sheet.titleLang }) } },
      ...(sheet.sha256 ? [{ label: translator(lang)('signing.sheet.hash'), value: { text: inGroups(sheet.sha256) } }] : []),
    ],
  }))
  return {
    languages: languages as [string, ...string[]], title: [title!, ...others], madeAt: sheet.at, pageNumber: pageNumber(languages[0]!),
    blocks: [...facts, signatureFields(sheet), ...languages.map((lang) => ({ kind: 'note' as const, lang, text: translator(lang)('signing.no-promise') })), verification(sheet, languages[0]!)],
  }
}

/** The places to sign, by the names of the seats' fields, for any paper that is signed. */
export const signatureFields = ({ seats, organisations }: Pick<Sheet, 'seats' | 'organisations'>): { kind: 'signatures'; fields: SignatureField[] } => ({
  kind: 'signatures',
  fields: seats.map(({ field, name, title, unit, sideId }) => {
    const organisation = organisations.get(sideId)!
    const lang = organisation.country === 'CN' ? 'zh' : 'en'
    const lines = [name, title, unit, nameIn(organisation, lang)].filter((line): line is string => Boolean(line))
    return { name: field, lines: lines.map((text) => ({ lang: scriptOf(text), text })) }
  }),
})

/** The typesetter puts the numbers in. */
export const pageNumber = (lang: Locale) => ({ lang, text: translator(lang)('signing.sheet.page', { page: '{page}', pages: '{pages}' }) })
/** A hash that may be broken between its groups. */
export const inGroups = (hash: string): string => hash.replace(/.{8}(?=.)/g, '$& ')

/** English, and the languages in which the parties' countries write. */
const written: Record<string, Locale> = { CN: 'zh', HK: 'zh', RU: 'ru', BY: 'ru', KZ: 'ru', KG: 'ru', TJ: 'ru', UZ: 'ru', TM: 'ru' }
function languagesOf({ organisations }: Pick<Sheet, 'organisations'>): [Locale, ...Locale[]] {
  const others = [...organisations.values()].flatMap(({ country }) => (country ? written[country] : undefined) ?? [])
  return ['en', ...new Set(others)]
}
