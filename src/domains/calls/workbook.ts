// The workbook of a call: a sheet with one row for each member, a sheet for each question that asks for a table, what is asked in full, and
// what may be chosen. The ids of members and questions are locked: by them it is read back.
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Download } from '#platform/http/contract.ts'
import { dir } from '#platform/i18n/locale.ts'
import { translator } from '#platform/i18n/words.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { nameIn } from '#domains/organisations/model.ts'
import { found, Refused } from '#platform/refusals.ts'
import { written } from './cell-rules.ts'
import { findCallFile } from './store.ts'
import { findForm, resultsOf } from './form-store.ts'
import { askedIn } from './store.ts'
import type { Column, Question, Results, Row } from './model.ts'
import { answerPath, answersFor, saidIn } from './rules.ts'
import type { SheetColumn, Spreadsheets } from './services.ts'

export const idHead = 'Pamir id'
/** A heading of at most a line; the question stands whole on a sheet of its own. */
const headOf = (id: string, label: string): string => `${id} · ${label}`.slice(0, 90)

type Ask = { db: Reading; viewer: Viewer }
type Wish = { locale: Locale; organisationId?: Id | undefined }

/** Of one member for who answers for it; of all for the house that asks. */
export async function callWorkbook({ db, viewer }: Ask, { writeWorkbook }: Spreadsheets, publicUrl: string, id: Id, { locale, organisationId }: Wish): Promise<Download> {
  const call = await findCallFile(db, viewer, id)
  if (organisationId) await findForm(db, viewer, id, organisationId)
  const mine = organisationId ?? (call.mayManage ? undefined : call.members.find(({ organisation }) => answersFor(viewer, organisation.id))?.organisation.id)
  found(mine ?? (call.mayManage ? id : undefined))
  if (call.questions.length === 0) throw new Refused('calls.asks-nothing')
  const asked = (await askedIn(db, id)).filter((one) => !mine || one.organisationId === mine)
  const results = await resultsOf(db, asked)
  const of = mine ? results.rows[0]?.organisation : undefined
  const sheets = sheetsOf(call.questions, results, locale, Boolean(mine), (organisation) => `${publicUrl}${answerPath(id, organisation)}`)
  return { name: `${[saidIn(call.title, locale), of && nameIn(of, locale)].filter(Boolean).join(' - ').replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120)}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body: await writeWorkbook(sheets) }
}

function sheetsOf(questions: readonly Question[], results: Results, locale: Locale, one: boolean, pageOf: (organisation: Id) => string) {
  const text = translator(locale)
  const [rightToLeft, tables] = [dir(locale) === 'rtl', questions.filter(({ kind }) => kind === 'table')]
  const plain = questions.filter(({ kind }) => kind !== 'table')
  const choices = [...plain, ...tables.flatMap(({ id, columns }) => columns.map((column) => ({ ...column, id: `${id}.${column.id}`, many: false })))].filter(({ kind }) => kind === 'choice')
  const choicesAt = tables.length + 2
  const files = new Map(results.files.map(({ id, name }) => [id, name]))
  const column = (id: string, spec: Pick<Column, 'kind' | 'label' | 'unit' | 'options' | 'least' | 'most'> | Question): SheetColumn => {
    const at = choices.findIndex((each) => each.id === id && !each.many)
    return {
      header: headOf(id, [saidIn(spec.label, locale), spec.unit && `(${spec.unit})`].filter(Boolean).join(' ')), width: 28, open: spec.kind !== 'file', kind: spec.kind === 'number' ? 'number' : spec.kind === 'date' ? 'date' : 'text',
      least: spec.least, most: spec.most, ...(at >= 0 && { choices: { sheet: choicesAt, column: at, count: spec.options.length } }),
    }
  }
  const who: SheetColumn[] = [{ header: idHead, width: 38 }, { header: text('calls.sheet.member'), width: 44 }]
  const named = (row: Results['rows'][number]) => [row.organisation.id, nameIn(row.organisation, locale)]
  return [
    { name: text('calls.sheet.answers'), locked: true, rightToLeft, columns: [...who, ...plain.map((question) => column(question.id, question)), { header: text('calls.sheet.answered'), width: 14, kind: 'date' as const }],
      rows: results.rows.map((row) => [...named(row), ...plain.map((question) => written(question, row.values[question.id], locale, files) ?? (question.kind === 'file' ? text('calls.sheet.file-on-page', { link: pageOf(row.organisation.id) }).replace(/[\u2066-\u2069]/g, '') : null)), row.at?.slice(0, 10) ?? null]) },
    ...tables.map((question) => ({
      name: headOf(question.id, saidIn(question.label, locale)), locked: true, rightToLeft, columns: [...who, ...question.columns.map((each) => column(`${question.id}.${each.id}`, each))],
      rows: results.rows.flatMap((row) => [...((row.values[question.id] ?? []) as Row[]), ...Array.from({ length: one ? 40 : 5 }, (): Row => ({}))].map((given) => [...named(row), ...question.columns.map((each) => written(each, given[each.id], locale))])),
    })),
    { name: text('calls.sheet.questions'), rightToLeft, columns: ['id', 'question', 'hint', 'kind', 'unit', 'required'].map((key) => ({ header: text(`calls.sheet.${key}`), width: key === 'question' || key === 'hint' ? 70 : 16 })),
      rows: questions.map(({ id, label, hint, kind, unit, required }) => [id, saidIn(label, locale), saidIn(hint, locale), text(`calls.kinds.${kind}`), unit, text(required ? 'calls.sheet.yes' : 'calls.sheet.no')]) },
    ...(choices.length > 0 ? [{ name: text('calls.sheet.choices'), locked: true, rightToLeft, columns: choices.map(({ id, label }) => ({ header: headOf(id, saidIn(label, locale)), width: 30 })),
      rows: Array.from({ length: Math.max(...choices.map(({ options }) => options.length)) }, (_, at) => choices.map(({ options }) => (options[at] ? saidIn(options[at].label, locale) : null))) }] : []),
  ]
}
