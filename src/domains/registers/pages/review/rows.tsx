// Each row as it came beside what was understood, how surely, and what to look at. On a phone each row is a card.
import { useRef } from 'react'
import type { Locale } from '#platform/i18n/locale.ts'
import { useAddress } from '#web/address.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { DataTable } from '#web/ui/table/table.tsx'
import { useRegister } from '#web/ui/table/use-register.ts'
import { registersApi } from '../../api.ts'
import type { RowFilter, Run, RunRow } from '../../model.ts'
import { Came } from './came.tsx'
import { Dates } from './dates.tsx'
import { Look } from './look.tsx'
import { Understood } from './understood.tsx'
import { useDecide } from './use-decide.ts'
import { useReviewKeys } from './use-review-keys.ts'

export const rowsOf = (id: string, filter: Partial<RowFilter>, locale: Locale) => ({ params: { id }, query: { ...filter, locale } as never })

export function Rows({ run, filter }: { run: Run; filter: Partial<RowFilter> }) {
  const [text, locale] = [useText(), useLocale()]
  const [, change] = useAddress()
  const frame = useRef<HTMLDivElement>(null)
  const register = useRegister(registersApi.rows, rowsOf(run.id, filter, locale))
  const decide = useDecide(run)
  const open = (row: number) => change({ row })
  const inReview = run.state === 'review'
  useReviewKeys(frame, inReview ? (number) => acceptFirst(register.rows.find(({ row }) => row === number), decide) : undefined)
  return (
    <div ref={frame} className="review-rows">
      <DataTable<RunRow> label={text('registers.tabs.rows')} register={register} rowKey={({ row }) => String(row)} rowTone={(row) => (row.needs && inReview ? 'saffron' : undefined)}
        empty={<Empty title={text('registers.none-found')}>{text('registers.none-found-what')}</Empty>} columns={[
          { key: 'came', head: text('registers.as-it-came'), width: '27%', cell: (row) => <Came run={run} row={row} onOpen={() => open(row.row)} /> },
          { key: 'understood', head: text('registers.understood-and-sure'), width: '41%', cell: (row) => <Understood row={row} decide={inReview ? decide : undefined} onOpen={() => open(row.row)} /> },
          { key: 'dates', head: text('registers.when'), width: '15%', cell: (row) => <Dates row={row} /> },
          { key: 'look', head: text('registers.look'), cell: (row) => <Look row={row} onOpen={open} /> },
        ]} />
    </div>
  )
}

/** The first offer of every party that is still open. */
export function acceptFirst(row: RunRow | undefined, decide: ReturnType<typeof useDecide>): void {
  row?.parties.forEach((party, place) => {
    const [first] = party.candidates
    if (first && party.decision === 'offered' && !row.decided.parties[String(place)]) decide.choose({ row: row.row, place }, { is: 'organisation', id: first.id }, first.name)
  })
}
