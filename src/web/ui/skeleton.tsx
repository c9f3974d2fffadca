// What stands where the answer will stand, in its size, so that nothing jumps. Silent to a screen reader but for one word.
import { useText } from '../text.tsx'
import './skeleton.css'

export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => <span key={line} style={{ inlineSize: `${[92, 78, 86, 64][line % 4]}%` }} />)}
    </div>
  )
}

export function PageSkeleton() {
  const text = useText()
  return (
    <div className="page" role="status" aria-busy="true">
      <span className="unseen">{text('web.loading')}</span>
      <div className="skeleton title" aria-hidden="true"><span /><span /></div>
      <Skeleton lines={8} />
    </div>
  )
}
