// The one thing that is next in an application, for whoever does it; everyone else reads who that is.
import { formatDay } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import type { ApplicationFile } from '../admission-model.ts'
import { AlliancesStep } from './alliance-steps.tsx'
import { ApplicantsStep } from './applicant-steps.tsx'
import { said } from './pieces.tsx'

export function NextStep({ file }: { file: ApplicationFile }) {
  const text = useText()
  const { hats, owner, step } = file
  const mine = (owner === 'alliance' && hats.keeps) || (owner === 'applicant' && hats.applies) || (step === 'council' && hats.keeps) || (step === 'refused' && hats.applies)
  return (
    <section className={mine ? 'next-step' : 'next-step theirs'} aria-label={text('memberships.next')}>
      <h2>{text(`memberships.next.${step}`)}</h2>
      <Says file={file} />
      {hats.keeps && <AlliancesStep file={file} />}
      {hats.applies && <ApplicantsStep file={file} />}
    </section>
  )
}

function Says({ file: { step, observesUntil, council, bodySits, decision, lapsesOn, appealed, taken } }: { file: ApplicationFile }) {
  const [text, locale] = [useText(), useLocale()]
  const day = (on: string | null) => (on ? formatDay(on, 'day', locale) : '')
  if (step === 'observing') return <p>{text('memberships.says.observing', { until: day(observesUntil) })}</p>
  if (step === 'council') {
    if (!council) return <p>{text(bodySits ? 'memberships.says.to-lay' : 'memberships.says.no-body')}</p>
    return <p>{text(`memberships.says.council-${council.state}`)} <Go to={council.kind === 'meeting' ? `/meetings/${council.id}` : `/procedures/${council.id}`}><bdi>{said(council.bodyName, locale)}</bdi></Go></p>
  }
  if (step === 'refused') {
    const why = taken.findLast(({ outcome }) => outcome === 'refused')?.said
    return <>{why && <p className="said"><bdi>{why}</bdi></p>}<p>{appealed ? text('memberships.says.refused-finally') : text('memberships.says.may-appeal', { until: day(lapsesOn) })}</p></>
  }
  if (step === 'completing') return <p className="said"><bdi>{taken.findLast(({ outcome }) => outcome === 'asked')?.said}</bdi></p>
  return <p>{text(`memberships.says.${step}`)}{decision && <> <Go to={`/bodies/${decision.bodyId}`}>{text('memberships.by-decision', { number: decision.number, on: day(decision.takenOn) })}</Go></>}</p>
}
