// What of another room a decision is about: a plan of the agreement or alliance to which the body belongs. Carried, it approves that plan.
import { useQuery } from '@tanstack/react-query'
import { plansApi } from '#domains/plans/api.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { SelectField } from '#web/ui/fields/text-field.tsx'
import { Go } from '#web/ui/link.tsx'
import type { Matter } from '../rule-model.ts'
import { inLocale } from './pieces.tsx'

type Root = { agreementId: string | null; allianceId: string | null }
type Props = { root: Root; matter: Matter; value: string; onChange: (planId: string) => void }

export function AboutField({ root: { agreementId, allianceId }, matter, value, onChange }: Props) {
  const [text, locale] = [useText(), useLocale()]
  const { data: plans } = useQuery({ ...ask(plansApi.list, { query: agreementId ? { agreement: agreementId } : { alliance: allianceId! } }), enabled: matter === 'plan', retry: false })
  if (matter !== 'plan' || !plans || plans.length === 0) return null
  return <SelectField label={text('committees.about-plan')} hint={text('committees.about-plan.why')} value={value} onChange={onChange} none="–" options={plans.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) }))} />
}

export const aboutPlan = (matter: Matter, planId: string) => (matter === 'plan' && planId ? { aboutKind: 'plan', aboutId: planId } : {})

/** Where the thing that is decided about stands. */
const addresses: Record<string, (id: string) => string> = { plan: (id) => `/plans/${id}`, 'annual-report': (id) => `/reports/${id}` }
export function AboutLink({ kind, id }: { kind: string | null; id: string | null }) {
  const text = useText()
  const to = kind && id && addresses[kind]?.(id)
  return to ? <Go to={to}>{text(`committees.about.${kind}`)}</Go> : null
}
