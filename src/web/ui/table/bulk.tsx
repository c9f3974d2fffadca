// The bar for what can be done with the chosen rows, at the foot of the register while any is chosen.
import { useText } from '../../text.tsx'
import { Button } from '../button.tsx'
import type { TableProps } from './table.tsx'

export function Bulk({ chosen, onChoose, actions }: NonNullable<TableProps<never>['bulk']>) {
  const text = useText()
  return (
    <div className="bulk-bar no-print" role="group" aria-label={text('web.table.bulk')}>
      <span aria-live="polite">{text('web.table.chosen', { count: chosen.size })}</span>
      <div className="row">{actions}<Button small look="quiet" onPress={() => onChoose(new Set())}>{text('web.table.choose-none')}</Button></div>
    </div>
  )
}
