// What a register tells, as a sheet of its own beside the rows: each figure with its value and its count, then every end.
import { translator } from '#platform/i18n/words.ts'
import type { Locale } from '#platform/kinds.ts'
import type { Figures, Run } from './model.ts'
import { figureWords } from './pages/report/figure-words.ts'
import type { SheetToWrite } from './services.ts'

const told = ['states', 'kinds', 'countries', 'years', 'problems'] as const

export function summarySheet(run: Run, { of, partners }: Figures, locale: Locale): SheetToWrite {
  const text = translator(locale)
  const figures = told.flatMap((figure) => of[figure].map(({ value, rows }) => [text(`registers.figures.${figure}`), figureWords(figure, value, text, locale), rows]))
  const ends = [...run.summary?.expiring ?? [], ...run.summary?.lapsed ?? []].map(({ row, until }) => [text('registers.figures.until'), until, row])
  const names = partners.map(({ name, rows }) => [text('registers.figures.partners'), name, rows])
  const columns = [{ header: text('registers.figures.figure'), width: 28 }, { header: text('registers.figures.value'), width: 48 }, { header: text('registers.runs.rows'), width: 12, kind: 'number' as const }]
  return { name: text('registers.tabs.report').slice(0, 31), columns, rows: [...figures, ...names, ...ends], rightToLeft: locale === 'ur' }
}
