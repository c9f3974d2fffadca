// Beneath an agreement that holds: its plans and the way to its numbers.
import type { AgreementFile } from '#domains/agreements/model.ts'
import { useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { PlansOf } from './plans-of.tsx'

export function AgreementSection({ agreement: { id, draft, mayWrite } }: { agreement: AgreementFile }) {
  const text = useText()
  if (draft) return null
  return <><PlansOf of={{ agreement: id }} mayBegin={mayWrite} /><p className="no-print"><Go to={`/indicators?agreement=${id}`}>{text('plans.indicators.open')}</Go></p></>
}
