// When it was signed and how long it holds; how it would stand today is said at once.
import { useText } from '#web/text.tsx'
import { DayField } from '#web/ui/fields/day-field.tsx'
import { SelectField, TextField } from '#web/ui/fields/text-field.tsx'
import { StateMark } from '#web/ui/mark.tsx'
import type { TermKind } from '../../model.ts'
import { termKinds } from '../../model.ts'
import { derive, standingOn } from '../../rules.ts'
import { todayHere, useSay } from '../say.ts'
import { bodyOf, type Change, type Filled } from './state.ts'
import { ZoneField } from './zone-field.tsx'

type Props = { filled: Filled; onChange: Change; wrong: Record<string, string[]> }

export function TermFields({ filled, onChange, wrong }: Props) {
  const text = useText()
  const { signed, starts, termKind, termText, noticeMonths } = filled
  const kinds = termKinds.map((value) => ({ value, label: text(`agreements.terms.${value}`) }))
  return (
    <>
      <div className="two-fields">
        <DayField label={text('agreements.signed-on')} value={signed} onChange={(signed) => onChange({ signed })} wrong={wrong['signedOn']} />
        <DayField label={text('agreements.starts-on')} precise value={starts} onChange={(starts) => onChange({ starts })} wrong={wrong['startsOn']} />
        <SelectField label={text('agreements.form.term-kind')} required value={termKind} options={kinds} onChange={(kind) => onChange({ termKind: kind as TermKind })} wrong={wrong['termKind']} />
        <Length {...{ filled, onChange, wrong }} />
        <TextField label={text('agreements.term-as-written')} value={termText} onChange={(termText) => onChange({ termText })} wrong={wrong['termText']} />
        <ZoneField filled={filled} onChange={onChange} wrong={wrong['zone']} />
        <TextField label={text('agreements.form.notice-months')} type="number" value={noticeMonths} onChange={(noticeMonths) => onChange({ noticeMonths })} wrong={wrong['noticeMonths']} />
      </div>
      <AsItWouldStand filled={filled} />
    </>
  )
}

function Length({ filled: { termKind, termYears, until, renewalYears }, onChange, wrong }: Props) {
  const text = useText()
  const years = <TextField label={text('agreements.form.years')} required={termKind === 'fixed'} hint={text('agreements.years-missing.next')} value={termYears} onChange={(termYears) => onChange({ termYears })} wrong={wrong['termYears']} />
  if (termKind === 'fixed') return years
  if (termKind === 'until') return <DayField label={text('agreements.form.until')} required value={until} onChange={(until) => onChange({ until })} wrong={wrong['termUntil']} />
  if (termKind !== 'auto-renew') return <span />
  return <>{years}<TextField label={text('agreements.form.renewal-years')} value={renewalYears} onChange={(renewalYears) => onChange({ renewalYears })} wrong={wrong['renewalYears']} /></>
}

function AsItWouldStand({ filled }: { filled: Filled }) {
  const { text, because } = useSay()
  const term = { ...bodyOf(filled), endedOn: null, endedBecause: null }
  const standing = standingOn(filled.zone ? new Date().toISOString() : todayHere(), { ...term, ...derive(term), ...(filled.zone && { dayZone: filled.zone }) })
  return <p aria-live="polite" className="row"><span className="quiet">{text('agreements.form.standing')}</span> <StateMark state={standing.state} /> <span>{because(standing.because)}</span></p>
}
