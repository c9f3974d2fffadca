// Of an alliance: its plans, and the way to its numbers.
import { useQuery } from '@tanstack/react-query'
import type { AllianceFile } from '#domains/alliances/model.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import { Glance } from '#web/ui/parts.tsx'
import { useViewer } from '#web/viewer.ts'
import { plansApi } from '../api.ts'
import { ApprovedMark } from './plan-lines.tsx'
import { PlansOf } from './plans-of.tsx'
import { saidIn } from './said.ts'

const plansOf = (id: string) => ask(plansApi.list, { query: { alliance: id } })
export const load = ({ questions, params }: Arriving) => questions.prefetchQuery(plansOf(params['id']!))

/** Its plans by name, approved or not; the numbers have a page of their own. */
export function AllianceGlance({ alliance: { id } }: { alliance: AllianceFile }) {
  const [text, locale] = [useText(), useLocale()]
  const { data: plans } = useQuery(plansOf(id))
  return (
    <>
      <Glance title={text('plans.plans')} to={`/alliances/${id}/work`}>
        {plans?.length === 0 && text('plans.none')}
        {plans?.slice(0, 3).map((plan) => <span key={plan.id}><Go to={`/plans/${plan.id}`}><bdi>{saidIn(plan.title, locale)}</bdi></Go> <ApprovedMark approved={plan.approved} /></span>)}
      </Glance>
      <Glance title={text('plans.indicators')} to={`/indicators?alliance=${id}`}>{text('plans.indicators.on-page')}</Glance>
    </>
  )
}

export function AllianceSection({ alliance }: { alliance: AllianceFile }) {
  const [text, viewer] = [useText(), useViewer()]
  return (
    <>
      <PlansOf of={{ alliance: alliance.id }} mayBegin={viewer !== null && !whyNotKeep(alliance, viewer)} />
      <Section title={text('plans.indicators')} aside={<ButtonLink small to={`/indicators?alliance=${alliance.id}`}>{text('plans.indicators.open')}</ButtonLink>}>
        <p className="quiet">{text('plans.indicators.on-page')}</p>
      </Section>
    </>
  )
}
