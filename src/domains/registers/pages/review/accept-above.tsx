// Accepts all that is offered above a confidence; says beforehand how many that are.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatShare } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { registersApi } from '../../api.ts'
import type { Run } from '../../model.ts'
import { useDecide } from './use-decide.ts'

export function AcceptAbove({ run }: { run: Run }) {
  const [text, locale] = [useText(), useLocale()]
  const { data: tally } = useQuery(ask(registersApi.tally, { params: { id: run.id } }))
  const decide = useDecide(run)
  const [chosen, choose] = useState<number>()
  // Two steps that touch the same offers are one.
  const steps = (tally?.offers ?? []).filter(({ parties }, at, all) => parties !== all[at - 1]?.parties)
  const step = steps.find(({ above }) => above === chosen) ?? steps[0]
  if (!step) return null
  return (
    <div className="accept-above row no-print">
      <label className="row">
        <span>{text('registers.accept.above')}</span>
        <select className="control" value={step.above} onChange={({ target }) => choose(Number(target.value))}>
          {steps.map(({ above, parties }) => (
            <option key={above} value={above}>{above === 0 ? text('registers.accept.every', { parties }) : text('registers.accept.step', { share: formatShare(above, locale), parties })}</option>
          ))}
        </select>
      </label>
      <Button busy={decide.busy} onPress={() => decide.acceptAbove(step.above)}>{text('registers.accept.do', { parties: step.parties })}</Button>
    </div>
  )
}
