// What every member answered, side by side, with sums and counts at the foot.
import { useQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { ask, linkTo } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Empty, ErrorNote } from '#web/ui/notes.tsx'
import { Skeleton } from '#web/ui/skeleton.tsx'
import { callsApi } from '../api.ts'
import type { CallFile, Cell, Column, Question, Results, Row, Value } from '../model.ts'
import { saidIn, sumOf } from '../rules.ts'

export function ResultsTable({ call }: { call: CallFile }) {
  const [text, locale] = [useText(), useLocale()]
  const { data, error, refetch } = useQuery(ask(callsApi.results, { params: { id: call.id } }))
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} />
  const answered = data.rows.filter(({ at }) => at)
  if (answered.length === 0) return <Empty title={text('calls.no-results')} />
  return (
    <div className="call-results-frame" role="region" aria-label={text('calls.views.results')} tabIndex={0}>
      <table className="call-results">
        <thead><tr><th scope="col">{text('calls.sheet.member')}</th>{call.questions.map(({ id, label, unit }) => <th key={id} scope="col">{saidIn(label, locale)}{unit && ` (${unit})`}</th>)}</tr></thead>
        <tbody>
          {answered.map(({ organisation, values }) => (
            <tr key={organisation.id}>
              <th scope="row"><Go to={`/calls/${call.id}/answers/${organisation.id}`}><bdi>{nameIn(organisation, locale)}</bdi></Go></th>
              {call.questions.map((question) => <td key={question.id} data-label={saidIn(question.label, locale)}><Shown question={question} value={values[question.id]} files={data.files} to={(file) => linkTo(callsApi.file, { params: { id: call.id, organisationId: organisation.id, fileId: file } })} /></td>)}
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{text('calls.all-together')}</th>{call.questions.map((question) => <td key={question.id} data-label={saidIn(question.label, locale)}><Foot question={question} rows={answered} /></td>)}</tr></tfoot>
      </table>
    </div>
  )
}

function Foot({ question, rows }: { question: Question; rows: Results['rows'] }) {
  const [text, locale] = [useText(), useLocale()]
  const { sum, given, chosen } = sumOf(question, rows.map(({ values }) => values))
  if (question.kind === 'number') return <bdi className="figures">{formatNumber(sum, locale)}</bdi>
  if (question.kind === 'choice') return <ul>{question.options.map(({ id, label }) => <li key={id}><bdi>{saidIn(label, locale)}</bdi>: <bdi>{formatNumber(chosen[id] ?? 0, locale)}</bdi></li>)}</ul>
  return <span className="quiet">{text('calls.given', { count: given })}</span>
}

type ShownProps = { question: Question; value: Value | undefined; files: Results['files']; to: (file: string) => string }
/** An answer as one reads it; also beside the form. */
export function Shown({ question, value, files, to }: ShownProps) {
  if (value === undefined) return <span className="quiet">—</span>
  if (!Array.isArray(value)) return <Said spec={question} kind={question.kind} value={value} />
  if (question.kind === 'table') return <ol className="plain">{(value as Row[]).map((row, at) => <li key={at}>{question.columns.filter(({ id }) => row[id] !== undefined).map((column, place) => <span key={column.id}>{place > 0 && ' · '}<Said spec={column} kind={column.kind} value={row[column.id]!} /></span>)}</li>)}</ol>
  if (question.kind === 'file') return <ul>{(value as string[]).map((id) => <li key={id}><a href={to(id)} download><bdi>{files.find((file) => file.id === id)?.name ?? id}</bdi></a></li>)}</ul>
  return <>{(value as string[]).map((id, at) => <span key={id}>{at > 0 && ', '}<Said spec={question} kind="choice" value={id} /></span>)}</>
}

function Said({ spec, kind, value }: { spec: Pick<Column, 'options'>; kind: Question['kind']; value: Cell }) {
  const locale = useLocale()
  if (kind === 'choice') { const option = spec.options.find(({ id }) => id === value); return <bdi>{option ? saidIn(option.label, locale) : value}</bdi> }
  if (kind === 'date') return <bdi>{formatDay(String(value), 'day', locale)}</bdi>
  return typeof value === 'number' ? <bdi className="figures">{formatNumber(value, locale)}</bdi> : <bdi dir="auto">{value}</bdi>
}
