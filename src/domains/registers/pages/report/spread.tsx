// Where the partners are, what kinds of agreement there are, and in which years they were signed.
import { useText } from '#web/text.tsx'
import { Section } from '#web/ui/page.tsx'
import { WorldMap } from '#web/ui/pictures/world-map.tsx'
import type { FigureName, Figures, Run, Summary } from '../../model.ts'
import { useSay } from '../say.ts'
import { figureWords } from './figure-words.ts'
import { FigureLink } from './row-link.tsx'

export function Spread({ run, figures, summary }: { run: Run; figures: Figures; summary: Summary }) {
  const text = useText()
  const years = figures.of.years.toSorted((a, b) => a.value.localeCompare(b.value))
  const points = figures.partners.flatMap(({ id, name, latitude, longitude, rows }) =>
    (latitude === null || longitude === null ? [] : [{ id, label: name, latitude, longitude, weight: rows, to: `/organisations/${id}` }]))
  return (
    <>
      <Section title={text('registers.report.where')}>
        <div className={points.length > 0 ? 'map-and-countries' : ''}>
          {points.length > 0 && <WorldMap points={points} label={text('registers.report.where')} countColumn={text('registers.report.agreements')} />}
          <Counted run={run} figure="countries" title={text('registers.report.countries', { count: figures.of.countries.length })} of={figures.of.countries} />
        </div>
      </Section>
      <Section title={text('registers.report.what-and-when')}>
        <div className="two-figures">
          <Counted run={run} figure="kinds" title={text('registers.report.kinds')} of={figures.of.kinds} />
          <Counted run={run} figure="years" title={text('registers.report.years')} of={years} />
        </div>
        {summary.undated.length > 0 && <p className="quiet">{text('registers.report.undated', { count: summary.undated.length })}</p>}
      </Section>
    </>
  )
}

type CountedProps = { run: Run; figure: FigureName; title: string; of: { value: string; rows: number }[] }

function Counted({ run, figure, title, of }: CountedProps) {
  const [text, { locale }] = [useText(), useSay()]
  const most = Math.max(1, ...of.map(({ rows }) => rows))
  if (of.length === 0) return null
  return (
    <table className={`figures-table ${figure}`}>
      <caption>{title}</caption>
      <tbody>
        {of.map(({ value, rows }) => (
          <tr key={value}>
            <th scope="row">{figureWords(figure, value, text, locale)}</th>
            <td className="end"><FigureLink run={run} figure={figure} value={value} rows={rows} /></td>
            <td className="bar-cell"><span className="bar" style={{ inlineSize: `${(100 * rows) / most}%` }} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
