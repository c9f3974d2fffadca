// A map of partners: a point for each place, and the same as a table for those who would rather read. Fetched only when it is shown.
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../text.tsx'
import { Button } from '../button.tsx'
import { Figure } from '../whole.tsx'
import './world-map.css'

export type MapPoint = { id: string; label: string; latitude: number; longitude: number; weight?: number; to?: string; tone?: 'lapis' | 'jade' | 'saffron' | 'quiet' }

const Picture = lazy(() => import('./world-picture.tsx'))

/** `label` says what the points are; `countColumn` heads the weights in the table. */
export function WorldMap({ points, label, countColumn }: { points: MapPoint[]; label: string; countColumn?: string }) {
  const text = useText()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="world-map">
      {asTable
        ? <PointsTable {...{ points, label, countColumn }} />
        : <div className="world-sheet"><Suspense><Picture points={points} label={label} /></Suspense></div>}
      <figcaption className="no-print">
        <Button small look="quiet" onPress={() => setAsTable(!asTable)}>{text(asTable ? 'web.as-map' : 'web.as-table')}</Button>
      </figcaption>
    </figure>
  )
}

function PointsTable({ points, label, countColumn }: { points: MapPoint[]; label: string; countColumn: string | undefined }) {
  const text = useText()
  return (
    <table className="register" aria-label={label}>
      <thead><tr><th scope="col">{text('web.map.place')}</th>{countColumn && <th scope="col" className="end">{countColumn}</th>}</tr></thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.id}>
            <th scope="row">{point.to ? <a href={point.to}>{point.label}</a> : point.label}</th>
            {countColumn && <td className="end"><Figure of={point.weight ?? 0} /></td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
