// One row opened beside the list: its cells, each party with what it may be, its date, what to look at.
import { useQuery } from '@tanstack/react-query'
import { useAddress } from '#web/address.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorNote } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { registersApi } from '../../api.ts'
import type { Run, RunRow } from '../../model.ts'
import { cellsOf } from './came.tsx'
import { DateSaid } from './date-said.tsx'
import { Look } from './look.tsx'
import { Party } from './party.tsx'
import { type Decide, type Done, useDecide } from './use-decide.ts'

export function RowSheet({ run, row: number }: { run: Run; row: number }) {
  const text = useText()
  const [, change] = useAddress()
  const params = { id: run.id }
  const { data, error } = useQuery(ask(registersApi.rows, { params, query: { show: 'all', rows: String(number), locale: useLocale() } as never }))
  const row = data?.rows[0]
  const decide = useDecide(run, { inside: true })
  return (
    <Dialog side open onClose={() => change({ row: null })} title={text('registers.row', { row: number })} actions={row && <Foot run={run} row={row} decide={decide} />}>
      {error ? <ErrorNote error={error} /> : row ? <Opened run={run} row={row} decide={decide} /> : <Skeleton lines={8} />}
    </Dialog>
  )
}

function Opened({ run, row, decide }: { run: Run; row: RunRow; decide: Decide }) {
  const text = useText()
  const [, change] = useAddress()
  const inReview = run.state === 'review'
  return (
    <div className="opened">
      <section>
        <h3>{text('registers.as-it-came')}</h3>
        <dl className="came-cells">{cellsOf(run, row).map(({ heading, text: cell }) => <div key={heading}><dt dir="auto">{heading}</dt><dd dir="auto">{cell}</dd></div>)}</dl>
      </section>
      {decide.done && <DoneHere done={decide.done} />}
      {row.parties.map((party, place) => <Party key={`${place} ${party.text}`} {...{ run, row, party, place }} decide={inReview && !row.decided.skip ? decide : undefined} />)}
      {inReview && !row.decided.skip && <DateSaid key={row.row} row={row} decide={decide} />}
      {(row.problems.length > 0 || row.duplicates.length > 0 || row.related.length > 0 || row.change === 'changed') && (
        <section><h3>{text('registers.look')}</h3><Look whole row={row} onOpen={(other) => change({ row: other })} /></section>
      )}
    </div>
  )
}

/** The way back from what was just decided. */
function DoneHere({ done: { words, undo } }: { done: Done }) {
  const text = useText()
  return <div className="done-here" role="status"><span>{words}</span><Button small look="quiet" onPress={undo}>{text('web.undo')}</Button></div>
}

function Foot({ run, row, decide }: { run: Run; row: RunRow; decide: Decide }) {
  const text = useText()
  const [, change] = useAddress()
  const { data: waiting } = useQuery(ask(registersApi.rows, { params: { id: run.id }, query: { show: 'needs', locale: useLocale() } as never }))
  const next = waiting?.rows.find((other) => other.row > row.row) ?? waiting?.rows.find((other) => other.row !== row.row)
  if (run.state !== 'review') return row.agreementId ? <ButtonLink to={`/agreements/${row.agreementId}`}>{text('registers.open-agreement')}</ButtonLink> : null
  return (
    <>
      {next && <Button look="primary" onPress={() => change({ row: next.row })}>{text('registers.next')}</Button>}
      <Button busy={decide.busy} onPress={() => decide.leaveOut(row.row, !row.decided.skip)}>{text(row.decided.skip ? 'registers.take-in' : 'registers.leave-out')}</Button>
    </>
  )
}
