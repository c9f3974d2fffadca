// What the variables of a text mean in each language: from the agreement, its parties, and what was filled in.
import { type Agreement, type Party, titleIn } from '#domains/agreements/model.ts'
import { sidesOf } from '#domains/agreements/rules.ts'
import { nameIn, type OrganisationBrief } from '#domains/organisations/model.ts'
import { countryName, formatDay, formatNumber } from '#platform/i18n/format.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import type { Given, Side } from './model.ts'

type Facts = Pick<Agreement, 'title' | 'titleLang' | 'titles' | 'termYears' | 'startsOn' | 'termUntil' | 'untilPrecision' | 'renewalYears' | 'noticeMonths'>
type Bound = Pick<Party, 'organisationId' | 'unit' | 'role' | 'signatory' | 'signatoryTitle'>

/** The sides with the letter by which the text names them. */
export function lettered(parties: readonly Bound[], organisations: Map<Id, OrganisationBrief>): (Side & Pick<Party, 'signatory' | 'signatoryTitle'>)[] {
  return sidesOf([...parties]).flatMap((id, place) => {
    const [organisation, party] = [organisations.get(id), parties.find(({ organisationId, role }) => organisationId === id && role !== 'witness')!]
    const letter = String.fromCharCode(97 + place)
    return organisation ? [{ id, letter, organisation, unit: party.unit, signatory: party.signatory, signatoryTitle: party.signatoryTitle }] : []
  })
}

type Sides = ReturnType<typeof lettered>
/** By name, then by language; what nobody knows is left out. */
export function valuesOf(agreement: Facts, sides: Sides, given: Record<string, Given>, languages: readonly Locale[]): Record<string, Given> {
  const inEach = (say: (lang: Locale) => string | null | undefined): Given =>
    Object.fromEntries(languages.flatMap((lang) => { const said = say(lang); return said ? [[lang, said]] : [] }))
  const known = [...ofAgreement(agreement), ...sides.flatMap(ofSide)].map(([name, say]): [string, Given] => [name, inEach(say)])
  const filled = Object.entries(given).map(([name, said]): [string, Given] => [name, inEach((lang) => dayOr(said[lang], lang))])
  return Object.fromEntries([...known, ...filled].filter(([, said]) => Object.keys(said).length > 0))
}

type Says = [name: string, say: (lang: Locale) => string | null | undefined]

function ofAgreement(agreement: Facts): Says[] {
  const { termYears, startsOn, termUntil, untilPrecision, renewalYears, noticeMonths } = agreement
  return [
    ['agreement.title', (lang) => titleIn(agreement, lang)],
    ['agreement.term', (lang) => years(termYears, lang)],
    ['agreement.renewal', (lang) => years(renewalYears ?? termYears, lang)],
    ['agreement.starts', (lang) => startsOn && formatDay(startsOn, 'day', lang)],
    ['agreement.until', (lang) => termUntil && formatDay(termUntil, untilPrecision ?? 'day', lang)],
    ['agreement.notice', (lang) => (noticeMonths ? length(noticeMonths, 'month', lang) : null)],
  ]
}

function ofSide({ letter, organisation, unit, signatory, signatoryTitle }: Sides[number]): Says[] {
  return [
    [`party.${letter}.name`, (lang) => [unit, nameIn(organisation, lang)].filter(Boolean).join(lang === 'zh' ? '，' : lang === 'ur' ? '، ' : ', ')],
    [`party.${letter}.city`, () => organisation.city],
    [`party.${letter}.country`, (lang) => organisation.country && countryName(organisation.country, lang)],
    [`party.${letter}.signatory`, () => signatory],
    [`party.${letter}.signatory.title`, () => signatoryTitle],
  ]
}

/** «5 years»; a part of a year is said in months. */
const years = (count: number | null, lang: Locale) => (count ? (Number.isInteger(count) ? length(count, 'year', lang) : length(Math.round(count * 12), 'month', lang)) : null)
const length = (count: number, unit: 'year' | 'month', lang: Locale) => formatNumber(count, lang, { style: 'unit', unit, unitDisplay: 'long' })
const dayOr = (said: string | undefined, lang: Locale) => (said && /^\d{4}-\d\d-\d\d$/.test(said) ? formatDay(said, 'day', lang) : said)
