// The plans one sees, the last changed first; of an alliance or an agreement where the address names one.
import { useSuspenseQuery } from '@tanstack/react-query'
import { one, useAddress } from '#web/address.ts'
import { ask } from '#web/client.ts'
import { useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Empty } from '#web/ui/notes.tsx'
import { Page as Frame } from '#web/ui/page.tsx'
import { plansApi } from '../api.ts'
import { PlanLines } from './plan-lines.tsx'
import './plans.css'

export function Page() {
  const text = useText()
  const [address] = useAddress()
  const of = { ...(one(address['alliance']) ? { alliance: one(address['alliance']) } : {}), ...(one(address['agreement']) ? { agreement: one(address['agreement']) } : {}) }
  const { data: plans } = useSuspenseQuery(ask(plansApi.list, { query: of }))
  return (
    <Frame title={text('plans.plans')} about={<p>{text('plans.about')}</p>} actions={<ButtonLink to={`/plans/new?${new URLSearchParams(of)}`}>{text('plans.begin')}</ButtonLink>}>
      {plans.length === 0 ? <Empty title={text('plans.none')} action={<ButtonLink to="/indicators">{text('plans.indicators')}</ButtonLink>} /> : <PlanLines plans={plans} named />}
    </Frame>
  )
}
