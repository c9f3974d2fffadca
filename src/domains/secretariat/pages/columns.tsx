// The columns of the secretariat's table.
import { money } from '#domains/dues/rules.ts'
import { countryName } from '#platform/i18n/format.ts'
import { namesOf, StandingMark } from '#web/alliances/members.tsx'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark, type Shape, type Tone } from '#web/ui/mark.tsx'
import { LanguageNames } from '#web/ui/names.tsx'
import type { Column } from '#web/ui/table/columns.ts'
import { Day } from '#web/ui/whole.tsx'
import type { MemberRow } from '../model.ts'
import './secretariat.css'

const looks: Record<MemberRow['contact']['state'], { tone: Tone; shape: Shape }> = { confirmed: { tone: 'jade', shape: 'disc' }, asked: { tone: 'saffron', shape: 'half' }, overdue: { tone: 'garnet', shape: 'triangle' }, never: { tone: 'quiet', shape: 'ring' } }

const duesLooks: Record<NonNullable<MemberRow['dues']>['state'], { tone: Tone; shape: Shape }> = { late: { tone: 'garnet', shape: 'triangle' }, asked: { tone: 'saffron', shape: 'half' }, claimed: { tone: 'saffron', shape: 'square' }, waived: { tone: 'quiet', shape: 'dash' }, paid: { tone: 'jade', shape: 'disc' } }

export function useColumns(): Column<MemberRow>[] {
  const [text, locale] = [useText(), useLocale()]
  const never = <span className="quiet">{text('secretariat.never')}</span>
  return [
    { key: 'name', head: text('alliances.member'), sort: 'name', width: '28%', cell: ({ organisation, asleep }) => (
      <div><LanguageNames names={namesOf(organisation)} />{asleep.length > 0 && <span className="asleep-reasons">{text('secretariat.asleep')}: {asleep.map(({ key, values }) => text(`secretariat.asleep.${key}`, values)).join(' ')}</span>}</div>
    ) },
    { key: 'country', head: text('alliances.country'), sort: 'country', cell: ({ organisation: { country } }) => country && countryName(country, locale) },
    { key: 'standing', head: text('alliances.standing'), sort: 'standing', cell: (row) => <Standing of={row} /> },
    { key: 'report', head: text('secretariat.report'), sort: 'report', cell: ({ lastReport }) => (lastReport ? <Go to={`/reports/${lastReport.id}`}><bdi>{lastReport.year}</bdi></Go> : never) },
    { key: 'activity', head: text('secretariat.activity'), sort: 'activity', cell: ({ lastActivityOn }) => (lastActivityOn ? <Day day={lastActivityOn} short /> : never) },
    { key: 'contact', head: text('secretariat.contact'), sort: 'contact', cell: ({ contact: { state, confirmedOn, dueOn }, remarks }) => (
      <div><Mark {...looks[state]}>{text(`secretariat.contact-states.${state}`)}</Mark> {state === 'confirmed' && confirmedOn && <Day day={confirmedOn} short />}{state === 'asked' && dueOn && <Day day={dueOn} short />}{remarks && <span className="asleep-reasons"><bdi>{remarks}</bdi></span>}</div>
    ) },
    { key: 'dues', head: text('secretariat.dues'), sort: 'dues', cell: ({ dues }) => (dues ? <div><Mark {...duesLooks[dues.state]}>{text(`dues.states.${dues.state}`)}</Mark>{dues.outstanding.length > 0 && <span className="asleep-reasons">{dues.outstanding.map(({ amount, currency }) => money(amount, currency, locale)).join(', ')}</span>}</div> : <span className="quiet">{text('secretariat.no-dues')}</span>) },
    { key: 'turns', head: text('secretariat.waits'), sort: 'turns', align: 'end', cell: ({ turns, openCalls, lateCalls }) => (
      <div><bdi className="figures">{turns}</bdi>{openCalls > 0 && <span className="asleep-reasons">{text('secretariat.calls')}: {lateCalls > 0 ? <Mark tone="garnet" shape="triangle">{text('secretariat.calls-of', { open: openCalls, late: lateCalls })}</Mark> : <bdi className="figures">{openCalls}</bdi>}</span>}</div>
    ) },
  ]
}

function Standing({ of: { standing, suspended, leavesOn } }: { of: MemberRow }) {
  const text = useText()
  return (
    <div>
      <StandingMark standing={standing} />
      {suspended.length > 0 && <> <Mark tone="garnet" shape="square">{text('secretariat.suspended')}</Mark></>}
      {leavesOn && <span className="asleep-reasons">{text('secretariat.leaves-on')} <Day day={leavesOn} short /></span>}
    </div>
  )
}
