// The drawn map. Larger points lie beneath smaller ones, so that none is hidden.
import { useNavigate } from '@tanstack/react-router'
import { landPath, place, sheet } from './projection.ts'
import type { MapPoint } from './world-map.tsx'

const radius = (weight = 1): number => Math.min(14, 3 + Math.sqrt(weight) * 1.3)

export default function WorldPicture({ points, label }: { points: MapPoint[]; label: string }) {
  const drawn = points.toSorted((a, b) => (b.weight ?? 1) - (a.weight ?? 1))
  return (
    <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="group" aria-label={label}>
      <path d={landPath} className="land" />
      {drawn.map((point) => <Point key={point.id} point={point} />)}
    </svg>
  )
}

function Point({ point }: { point: MapPoint }) {
  const navigate = useNavigate()
  const at = place(point.longitude, point.latitude)
  if (!at) return null
  const dot = (
    <circle cx={at[0]} cy={at[1]} r={radius(point.weight)} className={`point ${point.tone ?? 'lapis'}`}><title>{point.label}</title></circle>
  )
  if (!point.to) return dot
  return (
    <a href={point.to} aria-label={point.label} onClick={(event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return
      event.preventDefault()
      void navigate({ href: point.to! })
    }}>{dot}</a>
  )
}
