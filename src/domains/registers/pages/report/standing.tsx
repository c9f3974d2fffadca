// How the agreements stand: in force, ending soon, lapsed and since when, unclear.
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import { Day } from '#web/ui/whole.tsx'
import type { Figures, Run, Summary } from '../../model.ts'
import { StandingMark } from '../review/dates.tsx'
import { FigureLink, RowLink, toFigure } from './row-link.tsx'
import type { Named } from './use-named.ts'

const order = ['in-force', 'expiring', 'lapsed', 'ended', 'not-yet', 'unclear']
const shown = 12
type Props = { run: Run; summary: Summary; figures: Figures; named: Named }

export function Standing({ run, summary, figures, named }: Props) {
  const text = useText()
  const states = figures.of.states.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
  const whole = states.reduce((sum, { rows }) => sum + rows, 0)
  return (
    <Section title={text('registers.report.standing')}>
      <table className="figures-table" aria-label={text('registers.report.standing')}>
        <tbody>
          {states.map(({ value, rows }) => (
            <tr key={value}>
              <th scope="row"><StandingMark state={value} /></th>
              <td className="end"><FigureLink run={run} figure="states" value={value} rows={rows} /></td>
              <td className="bar-cell"><span className={`bar ${value}`} style={{ inlineSize: `${(100 * rows) / whole}%` }} /></td>
              <td className="quiet">{text(`registers.report.means.${value}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Endings {...{ run, named }} title={text('registers.report.expiring')} endings={summary.expiring} figure="expiring" />
      <Endings {...{ run, named }} title={text('registers.report.lapsed')} endings={summary.lapsed} figure="lapsed" />
    </Section>
  )
}

type EndingsProps = { run: Run; named: Named; title: string; endings: Summary['lapsed']; figure: string }

function Endings({ run, named, title, endings, figure }: EndingsProps) {
  const text = useText()
  if (endings.length === 0) return null
  return (
    <div className="endings">
      <h3>{title}</h3>
      <ul>{endings.slice(0, shown).map(({ row, until }) => <li key={row}><span><Day day={until} /></span><span><RowLink run={run} named={named} number={row} /></span></li>)}</ul>
      {endings.length > shown && <p><Go to={toFigure(run, 'states', figure)}>{text('registers.report.all', { count: endings.length })}</Go></p>}
    </div>
  )
}
