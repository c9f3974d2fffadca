// The rows of a run: filtered, searched, decided in bulk or one by one.
import { one, useAddress } from '#web/address.ts'
import { useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Note } from '#web/ui/notes.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { useQuery } from '@tanstack/react-query'
import { ask, askPages } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { registersApi } from '../../api.ts'
import { type Run, type RowFilter, views } from '../../model.ts'
import { figureWords } from '../report/figure-words.ts'
import { useSay } from '../say.ts'
import { AcceptAbove } from './accept-above.tsx'
import { RowSheet } from './row-sheet.tsx'
import { Rows, rowsOf } from './rows.tsx'
import { useDecide } from './use-decide.ts'

/** For the `load` of a run in review: the figures and the rows come together. */
export const loadReview = ({ questions, params: { id }, search, locale }: Arriving) =>
  Promise.all([questions.prefetchQuery(ask(registersApi.tally, { params: { id: id! } })), questions.prefetchInfiniteQuery(askPages(registersApi.rows, rowsOf(id!, filterOf(search), locale)))])

export function Review({ run }: { run: Run }) {
  const [address] = useAddress()
  const filter = filterOf(address)
  return (
    <>
      <Views run={run} />
      <Behind run={run} />
      <HiddenRows run={run} />
      {run.state === 'review' && <AcceptAbove run={run} />}
      <Rows run={run} filter={filter} />
      {one(address['row']) && <RowSheet run={run} row={Number(one(address['row']))} />}
    </>
  )
}

function filterOf(address: Record<string, string | string[]>): Partial<RowFilter> {
  const asked = Object.fromEntries(['show', 'q', 'figure', 'value', 'rows'].map((name) => [name, one(address[name])]).filter(([, value]) => value))
  return asked as Partial<RowFilter>
}

function Views({ run }: { run: Run }) {
  const text = useText()
  const [address, change] = useAddress()
  const { data: tally } = useQuery(ask(registersApi.tally, { params: { id: run.id } }))
  const current = one(address['show']) || 'all'
  const shown = views.filter((view) => view === current || view === 'all' || (view !== 'new' && (tally?.shows[view] ?? 0) > 0))
  return (
    <div className="filter-bar no-print" role="search" aria-label={text('web.filters')}>
      <SearchField label={text('registers.search')} value={one(address['q'])} onChange={(q) => change({ q: q || null })} />
      <ul className="views">
        {shown.map((view) => (
          <li key={view}>
            <button type="button" aria-pressed={view === current} onClick={() => change({ show: view === 'all' ? null : view })}>{text(`registers.views.${view}`, { count: tally?.shows[view] ?? 0 })}</button>
          </li>
        ))}
      </ul>
      <span className="keys quiet filter-end">{run.state === 'review' && text('registers.keys')}</span>
    </div>
  )
}

const hiddenRow = 'registers.problems.row-hidden'
/** Rows that the file hides are read like any other; whoever hid them may have meant that they do not count. */
function HiddenRows({ run }: { run: Run }) {
  const text = useText()
  const [address, change] = useAddress()
  const { data } = useQuery(ask(registersApi.figures, { params: { id: run.id } }))
  const hidden = data?.of.problems.find(({ value }) => value === hiddenRow)
  if (!hidden || run.state !== 'review' || one(address['value']) === hiddenRow) return null
  return (
    <Note tone="saffron"><p className="row"><span>{text('registers.hidden-rows', { rows: hidden.rows })}</span>
      <Button small onPress={() => change({ figure: 'problems', value: hiddenRow })}>{text('registers.hidden-rows.look')}</Button></p></Note>
  )
}

/** The figure of the report that led here. */
function Behind({ run }: { run: Run }) {
  const { text, locale } = useSay()
  const [address, change] = useAddress()
  const [figure, value, rows] = ['figure', 'value', 'rows'].map((name) => one(address[name]))
  const decide = useDecide(run)
  if (!figure && !rows) return null
  const words = figure ? figureWords(figure, value ?? '', text, locale) : text('registers.behind.rows', { count: rows!.split(',').length })
  return (
    <p className="row no-print"><span>{text('registers.behind', { what: words })}</span>
      {figure === 'problems' && run.state === 'review' && <Button small busy={decide.busy} onPress={() => decide.leaveOutAll(value!)}>{text('registers.leave-out-all')}</Button>}
      <Button small look="quiet" onPress={() => change({ figure: null, value: null, rows: null })}>{text('registers.behind.all', { count: run.rows })}</Button></p>
  )
}
