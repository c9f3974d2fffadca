// Small pieces of a membership's pages: the step an application stands at, whose turn it is, a text in the reader's language.
import { nameIn } from '#domains/organisations/model.ts'
import type { Locale } from '#platform/i18n/locale.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { Day } from '#web/ui/whole.tsx'
import type { ApplicationFile, ApplicationLine, Step } from '../admission-model.ts'
import type { Stands } from '../admission-rules.ts'
import './memberships.css'

export const today = (): string => new Date().toISOString().slice(0, 10)
export const said = (texts: Partial<Record<string, string>>, locale: Locale): string => texts[locale] ?? texts['en'] ?? Object.values(texts)[0] ?? ''

const looks: Record<Step, { tone: Tone; shape: Shape }> = {
  check: { tone: 'saffron', shape: 'half' }, completing: { tone: 'saffron', shape: 'diamond' }, observing: { tone: 'lapis', shape: 'ring' }, council: { tone: 'saffron', shape: 'square' },
  pledge: { tone: 'saffron', shape: 'half' }, member: { tone: 'jade', shape: 'disc' }, refused: { tone: 'garnet', shape: 'cross' }, withdrawn: { tone: 'quiet', shape: 'dash' },
}
export const StepMark = ({ step }: { step: Step }) => <Mark {...looks[step]}>{useText()(`memberships.steps.${step}`)}</Mark>

/** The name it has here, or as it was written. */
export function useNameOf(): (of: Pick<ApplicationLine, 'organisation' | 'applicant'>) => string {
  const locale = useLocale()
  return ({ organisation, applicant }) => (organisation ? nameIn(organisation, locale) : applicant.name)
}

/** A day that is due, and a mark when it is over. */
export function Due({ on }: { on: string | null }) {
  const text = useText()
  if (!on) return null
  return on < today() ? <Mark tone="garnet" shape="triangle">{text('memberships.overdue-since')} <Day day={on} short /></Mark> : <span className="quiet">{text('memberships.due')} <Day day={on} short /></span>
}

export function Turn({ of: { owner, step, stepAt, dueOn } }: { of: Pick<ApplicationLine, 'owner' | 'step' | 'stepAt' | 'dueOn'> }) {
  const text = useText()
  if (owner === 'nobody') return <span className="quiet"><Day day={stepAt.slice(0, 10)} short /></span>
  return <span className="row"><span className="quiet">{text(`memberships.owners.${owner}`)} · {text('memberships.since')} <Day day={stepAt.slice(0, 10)} short /></span>{step !== 'observing' && <Due on={dueOn} />}</span>
}

export const standsOf = ({ step, organisation, observesUntil, appealed, council, rules, hats, papers, bodySits, lapsesOn }: ApplicationFile): Stands =>
  ({ application: { step, organisationId: organisation?.id ?? null, observesUntil, appealed, laidId: council?.id ?? null }, rules: rules.rules, hats, papers, council, bodySits, today: today(), lapsesOn })
