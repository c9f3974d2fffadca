// The logical framework: four rows (goal, purpose, outputs, activities) by four columns, as ministries and JICA read it. On a phone each row is a list.
import { nameIn } from '#domains/organisations/model.ts'
import { formatDay, formatNumber } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { levels, type Measure, type PlanFile } from '../plan-model.ts'
import { feedOf } from '../plan-rules.ts'
import { StatusMark } from './plan-marks.tsx'
import { saidIn } from './said.ts'

const columns = ['narrative', 'indicators', 'means', 'assumptions'] as const

export function Framework({ plan }: { plan: PlanFile }) {
  const text = useText()
  return (
    <table className="plan-frame">
      <thead><tr><td />{columns.map((column) => <th key={column} scope="col">{text(`plans.frame.${column}`)}</th>)}</tr></thead>
      <tbody>{levels.map((level) => <Row key={level} plan={plan} level={level} />)}<Activities plan={plan} /></tbody>
    </table>
  )
}

function Row({ plan: { content, standings }, level }: { plan: PlanFile; level: (typeof levels)[number] }) {
  const [text, locale] = [useText(), useLocale()]
  const own = content.objectives.filter((one) => one.level === level)
  const measures = content.measures.filter(({ objectiveId }) => own.some(({ id }) => id === objectiveId))
  return (
    <tr>
      <th scope="row">{text(`plans.levels.${level}`)}</th>
      <td data-label={text('plans.frame.narrative')}><List of={own.map(({ id, what }) => [id, <bdi key={id}>{saidIn(what, locale)}</bdi>])} /></td>
      <td data-label={text('plans.frame.indicators')}><List of={measures.map((one) => [one.id, <Target key={one.id} measure={one} standing={standings.find(({ subject }) => subject === one.id)!} />])} /></td>
      <td data-label={text('plans.frame.means')}><List of={measures.map((one) => [one.id, <Means key={one.id} measure={one} />])} /></td>
      <td data-label={text('plans.frame.assumptions')}><List of={own.flatMap(({ id, assumptions }) => { const said = saidIn(assumptions, locale); return said ? [[id, <bdi key={id}>{said}</bdi>] as const] : [] })} /></td>
    </tr>
  )
}

const List = ({ of }: { of: readonly (readonly [string, React.ReactNode])[] }) => (of.length === 0 ? <span className="quiet">—</span> : <ul className="plain-list">{of.map(([id, node]) => <li key={id}>{node}</li>)}</ul>)

function Target({ measure: { what, unit, targets, baseline }, standing }: { measure: Measure; standing: PlanFile['standings'][number] }) {
  const [text, locale] = [useText(), useLocale()]
  const last = targets.at(-1)!
  return (
    <>
      <bdi>{saidIn(what, locale)}</bdi> <StatusMark standing={standing} />
      <small className="quiet">{text('plans.measure.until', { value: formatNumber(last.value, locale), on: formatDay(last.on, 'day', locale) })} ({text(`plans.units.${unit}`)}) · {text('plans.measure.baseline')}: <bdi>{formatNumber(baseline, locale)}</bdi></small>
    </>
  )
}

export function Means({ measure }: { measure: Measure }) {
  const [text, locale] = [useText(), useLocale()]
  const said = saidIn(measure.source, locale)
  const fed = feedOf(measure) ? text('plans.measure.from-records', { what: measure.code ? text(`plans.indicators.${measure.code}.name`) : saidIn(measure.what, locale) }) : text('plans.measure.from-claims')
  return <>{said && <bdi>{said}</bdi>}<small className="quiet">{fed}</small></>
}

function Activities({ plan: { content, organisations } }: { plan: PlanFile }) {
  const [text, locale] = [useText(), useLocale()]
  const name = (id: string) => { const found = organisations.find((one) => one.id === id); return found ? nameIn(found, locale) : '—' }
  return (
    <tr>
      <th scope="row">{text('plans.levels.activity')}</th>
      <td data-label={text('plans.frame.narrative')}><List of={content.tasks.map(({ id, what }) => [id, <bdi key={id}>{saidIn(what, locale)}</bdi>])} /></td>
      <td data-label={text('plans.frame.indicators')}><List of={content.tasks.map(({ id, endsOn }) => [id, <bdi key={id}>{formatDay(endsOn, 'day', locale)}</bdi>])} /></td>
      <td data-label={text('plans.frame.means')}><List of={content.tasks.map(({ id, owners }) => [id, <bdi key={id}>{owners.map(name).join(' · ')}</bdi>])} /></td>
      <td data-label={text('plans.frame.assumptions')}><span className="quiet">—</span></td>
    </tr>
  )
}
