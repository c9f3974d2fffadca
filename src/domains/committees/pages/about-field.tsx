// What of another room a decision is about: a plan of the agreement or alliance to which the body belongs, or a review that lies before the sides of its
// agreement. Carried, it approves that plan, or agrees to that review.
import { useQuery } from '@tanstack/react-query'
import { plansApi } from '#domains/plans/api.ts'
import { reviewsApi } from '#domains/reviews/api.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import type { Matter } from '../rule-model.ts'
import { inLocale } from './pieces.tsx'

type Root = { agreementId: string | null; allianceId: string | null }
type Props = { root: Root; matter: Matter; value: string; onChange: (id: string) => void }

export const AboutField = (props: Props) => (props.matter === 'plan' ? <PlanField {...props} /> : props.matter === 'report' ? <ReviewField {...props} /> : null)

function PlanField({ root: { agreementId, allianceId }, value, onChange }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const { data: plans } = useQuery({ ...ask(plansApi.list, { query: agreementId ? { agreement: agreementId } : { alliance: allianceId! } }), retry: false })
  if (!plans || plans.length === 0) return null
  return <SelectField label={text('committees.about-plan')} hint={text('committees.about-plan.why')} value={value} onChange={onChange} none="–" options={plans.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))} />
}

function ReviewField({ root: { agreementId }, value, onChange }: Props) {
  const text = useText()
  const { data } = useQuery({ ...ask(reviewsApi.ofAgreement, { params: { id: agreementId ?? '' } }), enabled: agreementId !== null, retry: false })
  const laid = data?.lines.flatMap(({ reviewId, state, year }) => (reviewId && state === 'laid' ? [{ value: reviewId, label: text('reviews.title-short', { year: String(year) }) }] : [])) ?? []
  return laid.length === 0 ? null : <SelectField label={text('committees.about-review')} hint={text('committees.about-review.why')} value={value} onChange={onChange} none="–" options={laid} />
}

const kinds: Partial<Record<Matter, string>> = { plan: 'plan', report: 'review' }
export const aboutOf = (matter: Matter, id: string) => (kinds[matter] && id ? { aboutKind: kinds[matter], aboutId: id } : {})

/** Where the thing that is decided about stands. */
const addresses: Record<string, (id: string) => string> = { plan: (id) => `/plans/${id}`, review: (id) => `/reviews/${id}`, 'annual-report': (id) => `/reports/${id}` }
export function AboutLink({ kind, id }: { kind: string | null; id: string | null }) {
  const text = useText()
  const to = kind && id && addresses[kind]?.(id)
  return to ? <Go to={to}>{text(`committees.about.${kind}`)}</Go> : null
}
