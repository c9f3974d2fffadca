// Whether a sub-alliance lives: a shape, a colour and a word.
import { useText } from '#web/text.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Day } from '#web/ui/whole.tsx'
import type { SubAlliance } from '../model.ts'

export function LifeMark({ of: { dormancy, check } }: { of: Pick<SubAlliance, 'dormancy' | 'check'> }) {
  const text = useText()
  if (dormancy?.declaredOn) return <Mark tone="quiet" shape="dash">{text('secretariat.dormant')} <Day day={dormancy.declaredOn} short /></Mark>
  if (dormancy || check.status === 'warn') return <Mark tone="garnet" shape="triangle">{text('secretariat.asleep')}</Mark>
  return <Mark tone="jade" shape="disc">{text('secretariat.awake')}</Mark>
}
