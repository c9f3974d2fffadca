// The lines of a register that are no agreements: its header again, a line over a group, a total or a note below, a number with nothing beside it.
import type { Cell, TableRow } from '#adapters/spreadsheets/table.ts'
import { isEmpty, textOf } from './cells.ts'
import { countryOf } from './countries.ts'
import { headingText } from './headings.ts'
import { plainLower } from './plain.ts'
import type { Role } from './roles.ts'
import type { UnderstoodRow } from './types.ts'

export type Skip = UnderstoodRow['skip']
type Places = (role: Role) => number[]

const total = /^(?:(?:grand|sub|over ?all)[ -]?)?total(?: (?:number|no\.?|mous?|agreements?|of)\b.*)?[ :=-]*(?:\d+.*)?$|^(?:合计|总计|共计|小计|总数)|^(?:итого|всего)(?!\p{L})|^(?:کل(?: تعداد)?|میزان|ٹوٹل)\s*[:=-]?\s*\d*$|^(?:барлығы|жиыны|жами|toplam|jumlah)(?!\p{L})/u
const colophon = /^(?:prepared|compiled|checked|verified|updated|last updated|approved|reviewed|generated|printed)(?: by| on)?\s*[:-]|^(?:prepared|compiled|checked|verified) by\b|^(?:notes?|n\.?b\.?|sources?|legend|disclaimer)\s*[:.*-]|^\*|^(?:注|备注|说明|制表人?|填表人?|审核人?|填报单位|数据来源)\s*[:：]|^(?:примечани[ея]|составил\p{L}*|исполнитель|источник)(?!\p{L})|^(?:نوٹ|تیار کردہ|مرتب کردہ)(?!\p{L})|^(?:ескерту|not|catatan|kaynak|sumber)\s*:/u
const region = /^(?:(?:inter)?national|local|foreign|domestic|overseas|(?:(?:north|south|latin|central|east|west|south-?east)(?:ern)? )?(?:asia|africa|america)s?|europe|middle east|oceania|africa|australasia)(?: (?:mous?|agreements?|universities|linkages|partners))?$/
const count = /^\d{1,5}\s*\p{L}{0,12}$/u
/** What tells of an agreement: a row with none of it is none. */
const telling: Role[] = ['partner', 'title', 'kind', 'signed', 'starts', 'expires', 'year', 'term', 'pamir-id', 'identifier']

/** `header` as heading texts. A table of two columns has no lines over groups: a name alone is a partner without a date. */
export function skipOf({ cells }: TableRow, header: string[], places: Places): Skip {
  if (repeats(cells, header)) return 'repeated-header'
  const filled = cells.filter((cell) => !isEmpty(cell))
  const first = textOf(filled[0]).trim()
  const lower = plainLower(first.slice(0, 200))
  if (filled.slice(1).every((cell) => count.test(textOf(cell).trim())) && filled.length <= 2 && (total.test(lower) || colophon.test(lower))) return 'footer'
  if (header.length < 3) return null
  if (isLine(filled) && (countryOf(first) !== null || region.test(lower))) return 'heading'
  if (telling.some((role) => places(role).some((column) => !isEmpty(cells[column])))) return null
  return filled.length === 1 && !/\d/.test(first) ? 'heading' : 'nothing-said'
}

function repeats(cells: Cell[], header: string[]): boolean {
  return header.some((text) => text !== '') && header.every((text, at) => textOf(cells[at]).length < 200 && headingText(textOf(cells[at])) === text)
}

/** One cell, or one merged over all columns. */
const isLine = (filled: Cell[]): boolean =>
  filled.length === 1 || filled.slice(1).every((cell) => typeof cell !== 'string' && cell.merged && cell.text === textOf(filled[0]))

const ditto = /^(?:-?\s*do\s*-?\.?|[-(]?\s*ditto\s*[-)]?\.?|["”〃″]|''|same(?: as above)?|as above|同上|то же|там же|та же|ایضاً?|idem|ibid\.?|aynı|sama dengan di atas|жоғарыдағыдай)$/

/** Where a cell says "ditto", what stands above it is meant. The cells as they came stay in the table. */
export function withDittos(rows: readonly TableRow[]): TableRow[] {
  let above: Cell[] = []
  return rows.map((row) => {
    const cells = row.cells.map((cell, at) => (ditto.test(textOf(cell).trim().toLowerCase()) && !isEmpty(above[at]) ? above[at]! : cell))
    above = cells
    return { ...row, cells }
  })
}
