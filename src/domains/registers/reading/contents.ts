// What the cells of a column look like, whatever its heading says.
import type { TableRow } from '#adapters/spreadsheets/table.ts'
import { textOf } from './cells.ts'
import { isAbsent } from './absent.ts'
import { countryOf } from './countries.ts'
import { readDateText } from './date-text.ts'
import { readKind } from './kinds.ts'
import { plainLower } from './plain.ts'
import type { Role } from './roles.ts'
import { readTerm } from './terms.ts'

export interface Contents {
  filled: number
  /** The share of filled cells with a word in them: numbers name nobody. */
  worded: number
  /** The share of filled cells that count years: 5, 3+2. */
  spans: number
  /** The share of filled cells that look like this; shares may overlap. */
  shares: Partial<Record<Role, number>>
}

const sampled = 200
const organisation = /\b(?:universit|institut|college|academy|school|faculty|hospital|foundation|compan|ltd|inc\b|corporation|council|ministry|agency|cent(?:re|er)\b|organi[sz]ation|association|society|network|polytechnic|universidad|universidade|hochschule|universiteit|universitas|universiti)|üniversite|enstitü|kurum|大学|学院|研究|公司|中心|学校|университет|універс|институт|universitet|академи|центр|колледж|фонд|компани|جامعہ|یونیورسٹی|انسٹی ٹیوٹ|کالج|ادارہ|مرکز/u
const statusWords = /^(?:in force|active|inactive|expired|valid|invalid|lapsed|renewed|under renewal|in process|terminated|ended|current|ongoing|completed|operational|non operational|functional|not functional|dormant|draft|signed|pending|yes|no|有效|已到期|到期|生效|失效|进行中|已终止|действует|действующ\S*|истек\S*|недействующ\S*|завершен\S*|продлен\S*|فعال|غیر فعال|ختم|جاری|aktif|pasif|tidak aktif|berlaku|süresi doldu|devam ediyor)$/u

export function readContents(rows: readonly TableRow[], column: number): Contents {
  const texts: string[] = []
  let serials = 0
  for (const { cells } of rows) {
    const cell = cells[column]
    const text = plainLower(textOf(cell).slice(0, 400))
    if (isAbsent(text)) continue
    texts.push(textOf(cell).slice(0, 400))
    if (typeof cell === 'object' && cell.serial !== undefined) serials++
    if (texts.length >= sampled) break
  }
  const part = (fits: RegExp): number => texts.filter((text) => fits.test(text)).length / Math.max(1, texts.length)
  return { filled: texts.length, worded: part(/\p{L}{2}|\p{Lo}/u), spans: part(/^\s*0?\d{1,2}(?:\s*\+\s*\d{1,2})?\s*$/), shares: texts.length === 0 ? {} : sharesOf(texts, serials) }
}

function sharesOf(texts: string[], serials: number): Contents['shares'] {
  const lower = texts.map(plainLower)
  const share = (fits: (text: string, at: number) => boolean): number => texts.filter((text, at) => fits(text, at)).length / texts.length
  const years = share((text) => /^\s*(?:19|20)\d{2}\s*$/.test(text))
  return {
    'pamir-id': share((text) => /^\s*[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\s*$/i.test(text)),
    identifier: share((text) => /^\s*(?:https?:\/\/)?(?:ror\.org\/)?0[a-hj-km-np-tv-z0-9]{6}\d{2}\s*$/i.test(text) || /^\s*grid\.\d+\.\w+\s*$/.test(text)),
    contact: share((text) => /\S@\S+\.\S|https?:\/\/|www\.|\+\d[\d\s()-]{7,}/.test(text)),
    number: isCount(lower) ? 0.98 : 0,
    country: share((text) => countryOf(text) !== null),
    year: years,
    signed: Math.max(serials / texts.length, share((_, at) => isDateAlone(lower[at]!))),
    term: share((_, at) => isTermAlone(lower[at]!)),
    kind: share((text) => text.length <= 60 && readKind(text).value !== null && !organisation.test(plainLower(text))),
    status: share((_, at) => statusWords.test(lower[at]!.replace(/[^\p{L}\s]/gu, '').trim())),
    partner: share((_, at) => organisation.test(lower[at]!)),
    remarks: share((text) => text.length > 90),
  }
}

function isDateAlone(text: string): boolean {
  const { is, rest } = readDateText(text)
  return is === 'serial' || (is === 'date' && rest === '')
}

const isTermAlone = (text: string): boolean => {
  if (text.length > 120 || /^\d+$/.test(text)) return false
  const { kind } = readTerm(text)
  return kind === 'fixed' || kind === 'auto-renew' || kind === 'until-ended'
}

/** 1, 2, 3 ... down the column. */
function isCount(texts: string[]): boolean {
  if (texts.length < 3) return false
  const numbers = texts.map((text) => Number(text.replace(/[.)]$/, '')))
  return numbers[0]! <= 2 && numbers.filter((number, at) => at > 0 && number === numbers[at - 1]! + 1).length >= (numbers.length - 1) * 0.8
}
