// A map drawn by the server: land as one outline, a point for each place. No script, and the page lists the same places in words.
import { landPath, place, sheet } from '../ui/pictures/projection.ts'
import type { Reader } from './page.tsx'

export type Place = { label: string; latitude: number; longitude: number }

export function PlacesMap({ reader, places }: { reader: Reader; places: Place[] }) {
  const drawn = places.flatMap(({ label, latitude, longitude }) => {
    const at = place(longitude, latitude)
    return at ? [{ label, x: at[0].toFixed(1), y: at[1].toFixed(1) }] : []
  })
  return (
    <figure className={places.length === 1 ? 'map one' : 'map'}>
      <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-label={reader.text('web.public.map-count', { count: drawn.length })}>
        <path className="land" d={landPath} />
        {drawn.map(({ label, x, y }, index) => <circle key={index} cx={x} cy={y} r="5"><title>{label}</title></circle>)}
      </svg>
    </figure>
  )
}
